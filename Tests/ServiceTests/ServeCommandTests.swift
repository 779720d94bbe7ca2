import Foundation
import Testing

/// The command line of the service.
@Suite struct ServeCommandTests {
    @Test(arguments: [
        (["--listen", "0.0.0.0:0"], "--token-file"), (["--listen", "nowhere"], "no address with a port"),
        (["--token-file", "/nonexistent"], "cannot be read"),
    ])
    func settingsThatWouldNotDoAreRefused(options: [String], word: String) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: RunningService.program)
        process.arguments = ["serve"] + options
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(text.contains(word))
    }
}
