import Foundation
import Pipeline

/// One line on a terminal that tells how far the run is; nothing elsewhere.
final class Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && isatty(2) == 1
    }

    func step(_ name: String) {
        done += 1
        write("\r\u{1B}[K\(done)/\(total) \(name.suffix(60))")
    }

    func end() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        if isShown { FileHandle.standardError.write(Data(text.utf8)) }
    }
}

/// What a run did, in a few lines on standard error.
struct SummaryPrinter {
    let folder: String
    /// So many failures are named on the screen; all stand in failures.jsonl.
    private let mostNamed = 20

    init(folder: String) { self.folder = folder }

    func show(_ summary: RunSummary, seconds: Duration) {
        for failure in summary.failures.prefix(mostNamed) {
            complain(failure.file, "\(failure.message) [\(failure.code.rawValue)]")
        }
        var lines: [String] = []
        if summary.failures.count > mostNamed {
            lines.append("… and \(summary.failures.count - mostNamed) more in \(folder)/failures.jsonl")
        }
        let time = Double(seconds.components.seconds) + Double(seconds.components.attoseconds) * 1e-18
        let rate = time > 0 ? Double(summary.pages) / time : 0
        lines += [
            "files     \(summary.files)",
            "pages     \(summary.pages) (\(String(format: "%.0f", rate)) a second)",
            "forms     \(summary.forms)",
            "records   \(summary.indicators)",
            "failures  \(summary.failures.count)",
            "results   \(folder)",
        ]
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
