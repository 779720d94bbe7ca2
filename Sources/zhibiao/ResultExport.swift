import Bulk
import Export
import Foundation
import Pipeline

/// Writes the results of a folder to a place, and says on standard error what came of it.
struct ResultExport {
    let folder: String
    let place: String
    let options: ExportOptions
    var isQuiet = false

    /// - Returns: Whether all lines were whole.
    /// - Throws: `UsageError`, `ValidationError`, `OutputError`.
    func run() throws -> Bool {
        let format = try options.format(of: place)
        let results = try RunResults(folder: folder)
        let bar = TerminalBar(isShown: !isQuiet && isatty(2) == 1, write: StandardStreams.say)
        defer { bar.clear() }
        var lines = ResultLines(
            try format.exporter(path: place, inputs: results.inputs, options: options.resultOptions))
        let size = results.size
        var done = 0
        let damaged = try results.forEachLine { stream, line in
            guard let table = stream.table else { return }
            try lines.add(line, to: table)
            done += line.count + 1
            bar.show(size.map { TerminalBar.text(share: Double(done) / Double(max($0, 1))) } ?? "\(done) bytes")
        }
        let summary = try lines.finish()
        bar.clear()
        for name in damaged { complain(name, "Its lines are damaged and left out. Run convert again.") }
        if !isQuiet { StandardStreams.say(report(summary, isComplete: results.isComplete)) }
        return damaged.isEmpty
    }

    private func report(_ summary: ExportSummary, isComplete: Bool) -> String {
        var lines = summary.counts.map { count in
            let change = count.changed.map { ", \($0) changed, \(count.removed ?? 0) removed" } ?? ""
            return "\(count.table.plural.padding(toLength: 12, withPad: " ", startingAt: 0))\(count.rows) rows\(change)"
        }
        if !isComplete { lines.append("The run is not complete: this is what it has finished so far.") }
        lines.append("written     \(place)")
        return lines.map { $0.shown + "\n" }.joined()
    }
}
