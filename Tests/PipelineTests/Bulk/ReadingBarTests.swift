import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Commands that read single documents, on a terminal.
    @Suite struct ReadingBarTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// What a command says on a terminal, its output elsewhere.
        private func onTerminal(_ command: String) throws -> String {
            try Program.run([], shell: "script -qec \"stty cols 12; '$0' \(command)\" /dev/null").text
        }

        @Test func thePageIsShown() throws {
            let page = folder.path("page.html")
            #expect(try onTerminal("inspect '\(GoodForm.path)' --out '\(page)'").contains("\r\u{1B}[Kpage 1\r\u{1B}[K"))
            let tables = folder.path("t.csv/")
            let two = "'\(GoodForm.path)' '\(GoodForm.path)'"
            // Cut where the terminal ends.
            let shown = try onTerminal("tables \(two) --out '\(tables)'")
            #expect(shown.contains("\r\u{1B}[Kfile 1 of 2\r") && !shown.contains("of 2,"))
        }

        @Test func linesOnTheTerminalAreLeftAlone() throws {
            #expect(try !onTerminal("runs '\(GoodForm.path)'").contains("\u{1B}"))
        }
    }
}
