internal import Foundation

/// A line on a terminal that is written over time and again, and never wider than the terminal.
public final class TerminalBar {
    private let isShown: Bool
    private let columns: () -> Int
    private let write: (String) -> Void
    private var isThere = false
    private var lastShown = -1.0
    /// Seconds between two states.
    private let seconds = 0.2

    /// - Parameters:
    ///   - isShown: Else nothing is ever written.
    ///   - columns: How wide the terminal is at this moment.
    ///   - write: Takes text for standard error.
    public init(
        isShown: Bool, columns: @escaping () -> Int = terminalColumns, write: @escaping (String) -> Void
    ) {
        self.isShown = isShown
        self.columns = columns
        self.write = write
    }

    /// Shows a text when the last one has stood for a moment. All its characters have to be one column wide.
    public func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = monotonicSeconds()
        guard now - lastShown >= seconds else { return }
        lastShown = now
        draw(text())
    }

    /// Shows a text at once.
    func draw(_ text: String) {
        // A line that wraps could not be taken back.
        write("\r\u{1B}[K\(text.prefix(max(1, columns() - 1)))")
        isThere = true
    }

    /// Takes the line away.
    public func clear() {
        if isThere { write("\r\u{1B}[K") }
        isThere = false
    }

    /// How much of something is done, as a bar with a percentage.
    ///
    /// - Parameter share: 0…1.
    public static func text(share: Double) -> String {
        // Of nothing, nothing is done.
        let share = share.isNaN ? 0 : min(max(share, 0), 1)
        return "\(hashes(share: share)) \(Int(share * percent)) %"
    }

    private static let percent = 100.0
    private static let width = 24

    /// The bar alone.
    static func hashes(share: Double) -> String {
        let full = min(width, Int(share * Double(width)))
        return "[\(String(repeating: "#", count: full))\(String(repeating: ".", count: width - full))]"
    }
}
