import Bulk
import Foundation
import Pipeline

/// Shows on a terminal which page of which document is being read.
struct ReadingBar {
    private let bar: TerminalBar
    /// Documents, where there are more than one.
    private let count: Int

    /// - Parameter isShown: False where the output goes to the same terminal.
    init(isShown: Bool, count: Int = 1) {
        bar = TerminalBar(isShown: isShown && isatty(2) == 1, write: StandardStreams.say)
        self.count = count
    }

    /// - Parameter file: From 1.
    func note(_ piece: ReadingSession.Piece, file: Int = 1) {
        switch piece {
        case .page(let page): bar.show(count > 1 ? "file \(file) of \(count), page \(page)" : "page \(page)")
        // What is said takes the place of the bar.
        case .problem: bar.clear()
        case .line, .form, .markup: break
        }
    }

    func clear() { bar.clear() }
}
