import Foundation
import Pipeline
import Testing

/// A package has one version, that of the program.
@Suite struct PackageScriptTests {
    @Test func anotherTagIsRefused() throws {
        let script = Corpus.root.appending(path: "scripts/package").path()
        let folder = try TemporaryFolder()
        let run = try Program.run([], shell: "'\(script)' --tag v9.9.9 --no-build '\(folder.path)' 2>&1")
        #expect(run.status == 1)
        #expect(
            run.text.contains(
                "The tag is v9.9.9, and the version in Sources/Pipeline/Version.swift is \(zhibiaoVersion)."))
        #expect(folder.names.isEmpty)
    }
}
