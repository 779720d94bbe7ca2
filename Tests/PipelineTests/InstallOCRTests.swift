import Foundation
import Testing

/// The installer of the engine takes nothing away that is not its own. Nothing is fetched: pip is a stand-in.
@Suite struct InstallOCRTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
        // Says that it is there, and fails to fetch.
        try folder.write(Data("#!/bin/sh\n[ \"$3\" = --version ]\n".utf8), as: "bin/python3")
        chmod(folder.path("bin/python3"), 0o755)
    }

    private func install(_ options: [String] = []) throws -> (status: Int32, text: String) {
        let script = Corpus.root.appending(path: "scripts/install-ocr").path()
        return try Program.run(
            options,
            shell: "PATH='\(folder.path)/bin':\"$PATH\" ZHIBIAO_OCR_HOME='\(folder.path)/home' '\(script)' \"$@\" 2>&1")
    }

    @Test func aFolderThatHoldsSomethingElseIsRefused() throws {
        try FileManager.default.createDirectory(atPath: folder.path("home/lib"), withIntermediateDirectories: true)
        try folder.write(Data("precious".utf8), as: "home/thesis.txt")
        for options in [[], ["--force"]] {
            let run = try install(options)
            #expect(run.status == 1)
            #expect(run.text.contains("holds something else"))
            #expect(try folder.text("home/thesis.txt") == "precious")
        }
    }

    @Test func theOldInstallationStaysWhenFetchingFails() throws {
        for name in ["home/lib", "home/models"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        try folder.write(Data("openvino 1 x\n".utf8), as: "home/versions")
        let run = try install(["--force"])
        #expect(run.status == 1)
        #expect(run.text.contains("could not be fetched"))
        #expect(try folder.text("home/versions") == "openvino 1 x\n")
        #expect(!folder.names.contains { $0.hasPrefix(".ocr-install") })
    }
}
