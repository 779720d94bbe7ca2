import Foundation
import Testing

/// The man pages say what the program says of itself: none of its commands and options is missing.
@Suite struct ManPagesTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let script = Corpus.root.appending(path: "scripts/lib/manpages.py").path()
        let run = try Program.run([], shell: "'\(script)' \"$0\" '\(folder.path)' --date 2024-02-29 2>&1")
        try #require(run.status == 0, "\(run.text)")
    }

    /// A page without the signs of roff.
    private func page(_ name: String) throws -> String {
        try folder.text("\(name).1").replacingOccurrences(of: "\\-", with: "-")
            .replacingOccurrences(of: "\\&", with: "")
    }

    private func help(_ command: [String]) throws -> String { try Program.run(["help"] + command).text }

    /// The words of a help text that a pattern finds.
    private func words(_ pattern: String, in text: String) -> [String] {
        text.matches(of: try! Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
    }

    @Test func everyCommandHasAPage() throws {
        let commands = words(#"(?m)^  ([a-z]+) {2,}"#, in: try help([]))
        #expect(commands.contains("convert"))
        let main = try page("zhibiao")
        for command in commands where command != "help" {
            #expect(main.contains(".It Cm \(command)\n"))
            #expect(folder.names.contains("zhibiao-\(command).1"))
        }
        #expect(!folder.names.contains("zhibiao-worker.1"))
    }

    @Test(arguments: ["convert", "export", "tables", "doctor"])
    func everyOptionIsInItsPage(command: String) throws {
        let options = words(#"(?m)^  --([a-z-]+)"#, in: try help([command]))
        #expect(!options.isEmpty)
        let page = try page("zhibiao-\(command)")
        for option in options { #expect(page.contains("Fl -\(option)"), "--\(option)") }
    }

    @Test func thePageOfTheEngineIsTheCommentOfItsScript() throws {
        let page = try page("zhibiao-ocr")
        #expect(page.contains(".Dd February 29, 2024"))
        #expect(page.contains("[--system] [--force]"))
        #expect(page.contains("/var/lib/zhibiao/ocr"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")))
    func mandocFindsNothing() throws {
        let run = try Program.run([], shell: "mandoc -T lint -W warning '\(folder.path)'/*.1 2>&1")
        #expect(run.text == "")
    }
}
