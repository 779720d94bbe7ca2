internal import Foundation
public import Normalize
public import Pipeline

/// Tells on standard error how a run goes: a bar on a terminal, a line now and then elsewhere, or JSON for programs.
public final class RunLog: RunReporter {
    public enum Format: String, CaseIterable, Sendable {
        case text
        case json
    }

    /// How much is said.
    public struct Volume: Sendable {
        /// Progress and stages.
        public var showsProgress = true
        /// A line for each document.
        public var showsDocuments = false

        public init() {}
    }

    private let format: Format
    private let volume: Volume
    private let isTerminal: Bool
    private let write: (String) -> Void
    private let bar: TerminalBar
    private var lastShown = -1.0
    private let start = monotonicSeconds()
    /// Seconds between two states of the bar, and between two lines where there is no terminal.
    private let barSeconds = 0.2
    private let lineSeconds = 10.0

    /// - Parameters:
    ///   - columns: How wide the terminal is at this moment.
    ///   - write: Takes text for standard error.
    public init(
        format: Format, volume: Volume, isTerminal: Bool, columns: @escaping () -> Int = terminalColumns,
        write: @escaping (String) -> Void
    ) {
        bar = TerminalBar(isShown: isTerminal, columns: columns, write: write)
        self.format = format
        self.volume = volume
        self.isTerminal = isTerminal
        self.write = write
    }

    public func searching(found: Int) {
        guard volume.showsProgress, format == .text, isTerminal, isDue(barSeconds) else { return }
        bar.draw("\(found) files found")
    }

    public func started(known: Int, todo: Int) {
        if format == .json {
            event("started", [JSONMember("inputs", .int(known + todo)), JSONMember("to_do", .int(todo))])
        } else if volume.showsProgress, known > 0 {
            line("\(known) of \(known + todo) files are converted already.")
        }
        lastShown = monotonicSeconds()
    }

    public func progress(_ progress: RunProgress) {
        guard volume.showsProgress, isDue(format == .text && isTerminal ? barSeconds : lineSeconds) else { return }
        switch format {
        case .json:
            event(
                "progress",
                [
                    JSONMember("done", .int(progress.done)), JSONMember("total", .int(progress.total)),
                    JSONMember("pages", .int(progress.pages + progress.openPages)),
                    JSONMember("failures", .int(progress.failures)),
                    JSONMember("pages_per_second", .double(progress.pagesPerSecond)),
                    JSONMember("seconds_left", progress.secondsLeft.map { .double($0) } ?? .null),
                ])
        case .text where isTerminal: bar.draw(ProgressText(progress).bar)
        case .text: line(ProgressText(progress).sentence)
        }
    }

    public func converted(_ name: String, status: DocumentStatus, pages: Int, seconds: Double) {
        guard volume.showsDocuments else { return }
        if format == .json {
            event(
                "converted",
                [
                    JSONMember("file", .string(name)), JSONMember("status", .string(status.rawValue)),
                    JSONMember("pages", .int(pages)), JSONMember("seconds", .double(seconds)),
                ])
        } else {
            line("\(name): \(status.rawValue), \(pages) pages")
        }
    }

    public func failed(_ failure: Failure) {
        guard format == .json, volume.showsProgress else { return }
        event(
            "failed",
            [
                JSONMember("file", .string(failure.file)), JSONMember("stage", .string(failure.stage.rawValue)),
                JSONMember("code", .string(failure.code.rawValue)), JSONMember("message", .string(failure.message)),
            ])
    }

    public func stopping(atOnce: Bool) {
        if format == .json {
            event("stopping", [JSONMember("at_once", .bool(atOnce))])
        } else {
            line(
                atOnce
                    ? "Stopping at once."
                    : "Finishing what is in flight. Once more stops at once; finished documents are kept either way.")
        }
    }

    public func merging() {
        if format == .text, isTerminal, volume.showsProgress { bar.draw("writing the results") }
    }

    public func warning(_ text: String) {
        if format == .json { event("warning", [JSONMember("message", .string(text))]) } else { line(text) }
    }

    /// Takes the bar away.
    public func end() { bar.clear() }

    /// A line of its own for programs that read JSON.
    public func event(_ name: String, _ members: [JSONMember]) {
        let head = [
            JSONMember("event", .string(name)), JSONMember("seconds", .double(monotonicSeconds() - start)),
        ]
        write(JSONValue.object(head + members).description.shownJSON + "\n")
    }

    private func isDue(_ seconds: Double) -> Bool {
        let now = monotonicSeconds()
        guard now - lastShown >= seconds else { return false }
        lastShown = now
        return true
    }

    private func line(_ text: String) {
        bar.clear()
        write(text.shown + "\n")
    }
}

/// The columns of the terminal behind standard error; 80 where it does not say.
public func terminalColumns() -> Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}

/// Progress in words.
struct ProgressText {
    private let progress: RunProgress
    /// Figures above this are not shown as they are: they are damaged or a moment old.
    private static let most = 1e12

    init(_ progress: RunProgress) { self.progress = progress }

    var bar: String {
        let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 1
        return "\(TerminalBar.hashes(share: share)) \(sentence)"
    }

    var sentence: String {
        var parts = [
            "\(progress.done) / \(progress.total)", "\(progress.pages + progress.openPages) pages",
            "\(speed) pages a second",
        ]
        if let left = progress.secondsLeft, progress.done < progress.total {
            parts.append("\(Self.duration(left)) left")
        }
        parts.append("\(progress.failures) failures")
        return parts.joined(separator: ", ")
    }

    /// With a decimal below ten, as of scans.
    private var speed: String {
        let tenths = Int(min(10 * progress.pagesPerSecond, Self.most).rounded())
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(progress.pagesPerSecond.rounded()))"
    }

    /// Such as "4 min 05 s".
    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, most).rounded(.up))
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(padded(whole % 60)) s" }
        return "\(whole / 3600) h \(padded(whole / 60 % 60)) min"
    }
}
