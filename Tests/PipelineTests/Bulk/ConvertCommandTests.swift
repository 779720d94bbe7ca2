import Foundation
import Testing

extension Bulk {
    /// One document to standard output, or many to a folder.
    @Suite struct ConvertCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theRecordsOfOneFileGoToStandardOutput() throws {
            let run = try Program.run(["convert", GoodForm.path])
            #expect(run.status == 0)
            #expect(run.text.split(separator: "\n").count == GoodForm.indicators)
            #expect(run.text.hasPrefix("{\"record_id\":"))
        }

        @Test func severalFilesNeedAPlace() throws {
            for paths in [[GoodForm.path, GoodForm.path], [folder.path], []] {
                let run = try Program.run(["convert"] + paths)
                #expect(run.status == 2)
                #expect(run.text.contains(paths.isEmpty ? "--files-from" : "give --out DIR"))
            }
        }

        @Test func aDictionaryIsCheckedBeforeTheRun() throws {
            try folder.write(Data("colums:\n  target: [甲]\n".utf8), as: "words.yaml")
            let wrong = try Program.run(["convert", GoodForm.path, "--dictionary", folder.path("words.yaml")])
            #expect(wrong.status == 2)
            #expect(wrong.text.contains("Did you mean \"columns\"?"))
            let missing = try Program.run(["convert", GoodForm.path, "--dictionary", folder.path("none.yaml")])
            #expect(missing.status == 2)
            #expect(missing.text.contains("cannot be read"))
        }

        @Test func aQuietRunSaysNothing() throws {
            let run = try Program.run(["convert", GoodForm.path, "--out", out, "--quiet"])
            #expect(run.status == 0)
            #expect(run.text.isEmpty)
        }

        @Test func pagesThatAreNotThereAreSaid() throws {
            let run = try Program.run(["convert", GoodForm.path, "--pages", "99"])
            #expect(run.text.contains("None of the pages 99") && !run.text.contains("--dictionary"))
        }
    }
}
