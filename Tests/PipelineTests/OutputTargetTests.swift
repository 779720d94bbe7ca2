import Foundation
import Testing

@testable import Pipeline

/// What a path for an output stands for.
@Suite struct OutputTargetTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aFileStandsAtTheEndOfItsLinks() throws {
        try FileManager.default.createDirectory(atPath: folder.path("deep"), withIntermediateDirectories: true)
        symlink("deep/second", folder.path("first"))
        symlink(folder.path("end"), folder.path("deep/second"))
        #expect(try OutputTarget(path: folder.path("first"), inputs: []) == .file(path: folder.path("end"), mode: nil))
        try folder.write(Data(), as: "end")
        chmod(folder.path("end"), 0o640)
        #expect(
            try OutputTarget(path: folder.path("first"), inputs: []) == .file(path: folder.path("end"), mode: 0o640))
    }

    @Test func pipesAndDevicesAreWrittenInto() throws {
        mkfifo(folder.path("pipe"), 0o600)
        #expect(try OutputTarget(path: folder.path("pipe"), inputs: []) == .stream(path: folder.path("pipe")))
        #expect(try OutputTarget(path: "/dev/null", inputs: []) == .stream(path: "/dev/null"))
    }

    @Test func anInputAFolderAndALoopAreRefused() throws {
        let input = try folder.write(Data(), as: "a.pdf")
        link(input, folder.path("other"))
        symlink("loop", folder.path("loop"))
        func refusal(_ path: String) -> String {
            do throws(OutputError) {
                _ = try OutputTarget(path: path, inputs: [.path(input)])
                return ""
            } catch {
                return error.description
            }
        }
        #expect(refusal(folder.path("other")).contains("is an input"))
        #expect(refusal(folder.path).contains("is a folder"))
        #expect(refusal(folder.path("loop")).contains("leads to itself"))
        #expect(refusal(folder.path("new")).isEmpty)
    }

    @Test func theFolderOfAPathHasItsSlash() {
        #expect(OutputTarget.folder(of: "a/b/c") == "a/b/")
        #expect(OutputTarget.folder(of: "c") == "")
    }
}
