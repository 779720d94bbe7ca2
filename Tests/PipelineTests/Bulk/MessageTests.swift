import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What the program says when there is nothing, or something else was meant.
    @Suite struct MessageTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func anEmptyFolderIsSaid() throws {
            try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
            let run = try Program.run(["convert", folder.path("in"), "--out", folder.path("out")])
            #expect(run.status == 0)
            #expect(run.text.contains("No PDF and no picture was found"))
        }

        @Test func aFileThatIsNotThereIsNotDoneAlready() throws {
            let run = try Program.run(["convert", folder.path("none.pdf"), "--out", folder.path("out")])
            #expect(run.status == 3)
            #expect(run.text.contains("There is no file or folder of this name."))
            #expect(!run.text.contains("already"))
            try folder.addGoodForm()
            let first = try Program.run(["convert", folder.path, "--out", folder.path("out2")])
            #expect(!first.text.contains("already"))
            let second = try Program.run(["convert", folder.path, "--out", folder.path("out2")])
            #expect(second.text.contains("1 of 1 files are converted already."))
        }

        @Test func aDictionaryThatIsNoYAMLIsSaidOnOneLine() throws {
            try folder.write(Data("foo: [bar\n".utf8), as: "d.yaml")
            let bad = try Program.run(
                ["convert", GoodForm.path, "--out", folder.path("out"), "--dictionary", folder.path("d.yaml")])
            #expect(bad.status == 2)
            #expect(!bad.text.contains("\\x0A"))
        }
    }
}
