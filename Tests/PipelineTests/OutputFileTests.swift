import Bulk
import Foundation
import Testing

@testable import Pipeline

/// An output takes nothing from the user that was there before.
@Suite struct OutputFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func isLink(_ name: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path(name))) != nil
    }

    @Test(arguments: ["a.pdf", "other-name.pdf", "link.pdf"], ["tables", "inspect"])
    func anInputIsNotWrittenOver(name: String, command: String) throws {
        let path = try folder.addGoodForm(as: "a.pdf")
        link(path, folder.path("other-name.pdf"))
        symlink("a.pdf", folder.path("link.pdf"))
        let result = try Program.run([command, path, "--out", folder.path(name)])
        #expect(result.status != 0)
        #expect(result.text.contains("is an input"))
        #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
        #expect(folder.names == ["a.pdf", "link.pdf", "other-name.pdf"])
    }

    @Test func anInputBehindStandardInputOrOutputIsNotWrittenOver() throws {
        let path = try folder.addGoodForm(as: "a.pdf")
        let read = try Program.run(["tables", "-", "--out", path], shell: "exec \"$0\" \"$@\" <'\(path)'")
        #expect(read.text.contains("is an input"))
        _ = try Program.run(["tables", path], shell: "exec \"$0\" \"$@\" >>'\(path)'")
        #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
    }

    @Test func aTableInAFolderDoesNotReplaceAnInput() throws {
        let path = try folder.addGoodForm(as: "a-p1-t1.csv")
        symlink(path, folder.path("a.pdf"))
        _ = try Program.run(["tables", folder.path("a.pdf"), "--format", "csv", "--out", folder.path + "/"])
        #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
    }

    @Test func linksAreWrittenThrough() throws {
        try FileManager.default.createDirectory(atPath: folder.path("deep"), withIntermediateDirectories: true)
        symlink("deep/second", folder.path("first"))
        symlink("end", folder.path("deep/second"))
        for text in ["one", "two"] {
            let sink = try TextSink(path: folder.path("first"))
            try sink.write(text)
            try sink.finish()
            #expect(try folder.text("deep/end") == text)
        }
        #expect(isLink("first") && isLink("deep/second"))
    }

    @Test func theResultsOfARunAreWrittenThroughLinks() throws {
        symlink("elsewhere.jsonl", folder.path("indicators.jsonl"))
        let output = try OutputFolder(path: folder.path)
        try output.write(.string("line"), to: .indicators)
        try output.commit()
        #expect(isLink("indicators.jsonl"))
        #expect(try folder.text("elsewhere.jsonl") == "\"line\"\n")
    }

    @Test(arguments: ["jsonl", "csv", "html", "markdown", "xlsx"])
    func aPipeIsWrittenInto(format: String) throws {
        let path = try folder.addGoodForm(as: "a.pdf")
        let pipe = folder.path("pipe")
        mkfifo(pipe, 0o600)
        let count = try Program.run(
            ["tables", path, "--format", format, "--out", pipe],
            shell: "wc -c <'\(pipe)' & timeout 20 \"$0\" \"$@\"; wait")
        #expect((Int(count.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 500)
        var status = stat()
        #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func aFullDeviceIsASentence() throws {
        let result = try Program.run(["tables", GoodForm.path, "--out", "/dev/full"])
        #expect(result.status == 1)
        #expect(result.text.contains("Is the disk full?"))
        var status = stat()
        #expect(lstat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func aFileThatIsReplacedKeepsItsRights() throws {
        try folder.write(Data(), as: "out")
        chmod(folder.path("out"), 0o600)
        let sink = try TextSink(path: folder.path("out"))
        try sink.finish()
        var status = stat()
        #expect(stat(folder.path("out"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func aNameThatFillsTheFileSystemsLengthIsWritten() throws {
        let name = String(repeating: "标", count: 83)
        let sink = try TextSink(path: folder.path(name))
        try sink.write("text")
        try sink.finish()
        #expect(try folder.text(name) == "text")
    }
}
