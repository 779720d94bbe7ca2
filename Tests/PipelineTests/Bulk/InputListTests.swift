import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Inputs that a list names.
    @Suite struct InputListTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(arguments: ["\n", "\r\n", "\0"])
        func aListNamesInputs(end: String) throws {
            try folder.addGoodForm(as: "a.pdf")
            try folder.addGoodForm(as: "b.pdf")
            let list = [folder.path("b.pdf"), folder.path("a.pdf"), folder.path("gone.pdf")].joined(separator: end)
            try folder.write(Data(list.utf8), as: "list.txt")
            let run = try BulkResult([], to: out, list: folder.path("list.txt"))
            #expect(try names(run) == ["a.pdf", "b.pdf"])
            #expect(try run.codes() == ["gone.pdf": "unreadable"])
        }

        @Test func aListThatIsNotThereIsNamed() {
            #expect {
                try BulkResult([], to: out, list: folder.path("nothing.txt"))
            } throws: { "\($0)".contains("--files-from") }
        }

        @Test func aListMayBeginWithAMark() throws {
            let path = try folder.addGoodForm(as: "a.pdf")
            try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(path.utf8), as: "list.txt")
            let run = try BulkResult([], to: folder.path("out"), list: folder.path("list.txt"))
            #expect(run.summary.failureLines == 0 && run.summary.counts.forms == 1)
        }
    }
}
