import Foundation
import Testing

extension Bulk {
    @Suite struct DictionaryOptionTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aReportKnowsTheUsersWords() throws {
            let kind = "titles:\n  kinds:\n    - {kind: department_target, all: [\"项目支出绩效目标表\"]}\n"
            let words = try folder.write(Data(kind.utf8), as: "words.yaml")
            let (plain, known) = (folder.path("a.html"), folder.path("b.html"))
            #expect(try Program.run(["inspect", GoodForm.path, "--out", plain]).status == 0)
            let run = try Program.run(["inspect", GoodForm.path, "--out", known, "--dictionary", words])
            #expect(run.status == 0, "\(run.text)")
            #expect(try !folder.text("a.html").contains("\"kind\":\"department_target\""))
            #expect(try folder.text("b.html").contains("\"kind\":\"department_target\""))
        }

        @Test func aDictionaryWithAMistakeIsNamed() throws {
            let words = try folder.write(Data("colums:\n  remark: [x]\n".utf8), as: "words.yaml")
            for command in [["inspect", GoodForm.path, "--out", folder.path("a.html")], ["convert", GoodForm.path]] {
                let run = try Program.run(command + ["--dictionary", words])
                #expect(run.status == 2 && run.text.contains("Did you mean \"columns\""), "\(run.text)")
            }
            #expect(!folder.names.contains("a.html"))
        }
    }
}
