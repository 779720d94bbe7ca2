import Foundation
import Testing

extension Bulk {
    /// How a run stands.
    @Suite struct StatusCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theFiguresAreForPeopleOrForPrograms() throws {
            try folder.write(Data("no PDF".utf8), as: "bad.pdf")
            _ = try Program.run(["convert", GoodForm.path, folder.path("bad.pdf"), "--out", out])
            let text = try Program.run(["status", out]).text
            #expect(text.contains("state     complete"))
            #expect(text.contains("status    done 1, failed 1"))
            let json = try Program.run(["status", out, "--log-format", "json"]).text
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["state"] as? String == "complete")
            #expect((object["codes"] as? [String: Int]) == ["not_pdf": 1])
            #expect(
                try Program.run(["status", out, "--list", "failed"]).text == "\(folder.path("bad.pdf"))\tnot_pdf\n")
            #expect(try Program.run(["status", out, "--list", "pending"]).text.isEmpty)
        }

        @Test func aFolderThatNobodyCanWriteToHasAStatus() throws {
            _ = try Program.run(["convert", GoodForm.path, "--out", out])
            try folder.close("out")
            defer { folder.open("out") }
            let run = try Program.runUnprivileged(["status", out])
            #expect(run.status == 0)
            #expect(run.text.contains("state     complete"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: out).allSatisfy { !$0.hasSuffix("-shm") })
        }

        @Test func aFolderOfNoRunIsNamed() throws {
            let run = try Program.run(["status", folder.path])
            #expect(run.status == 1)
            #expect(run.text.contains("is not the output folder of a run"))
        }
    }
}
