import Foundation
import Testing

extension Bulk {
    /// Names that are no UTF-8, which only a shell can give.
    @Suite struct OutputNameTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private func run(_ arguments: String) throws -> (status: Int32, text: String) {
            try Program.run(
                [folder.path], shell: "cd \"$1\" && x=$(printf '\\377') && y=$(printf '\\376') && \(arguments)")
        }

        @Test func namesThatDifferInSuchBytesStayTwoDocuments() throws {
            try folder.addGoodForm()
            let copy = try run("cp good.pdf \"$x.pdf\" && printf 'no PDF' > \"$y.pdf\"")
            #expect(copy.status == 0)
            for command in ["tables", "runs", "convert", "inspect --out a.html"] {
                let good = try run("exec \"$0\" \(command) \"$x.pdf\" >/dev/null")
                #expect(good.status == 0, "\(command) \(good.text)")
                let bad = try run("exec \"$0\" \(command) \"$y.pdf\" >/dev/null")
                #expect(bad.status == 3 && bad.text.contains("\\xFE.pdf"), "\(command) \(bad.text)")
            }
            let both = try run("exec \"$0\" tables \"$y.pdf\" \"$x.pdf\" 2>/dev/null")
            #expect(both.status == 3 && both.text.contains("\\\\xFF.pdf"))
        }

        @Test(arguments: ["--out \"$x\"", "--out=\"$x\""])
        func anOutputOfSuchANameIsRefused(option: String) throws {
            try folder.addGoodForm()
            let refused = try run("exec \"$0\" tables good.pdf \(option)")
            #expect(refused.status == 2 && refused.text.contains("is no UTF-8"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["good.pdf"])
        }
    }
}
