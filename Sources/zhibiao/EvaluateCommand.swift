import ArgumentParser
import Bulk
import Foundation
import Normalize
import Pipeline
import Review

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Says how many fields of a run are right, from a reviewed sample of them.",
        discussion: """
            The results must have been made with --evidence and without corrections. Confirmed fields count as right, \
            corrected ones as wrong; the intervals hold with a probability of 95 %.
            """)

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(help: "The corrections, exported from the pages of inspect.") var corrections: String

    func run() throws {
        var evaluation = Evaluation(try CorrectionFile.read(corrections).corrections)
        let results = try RunResults(folder: folder)
        _ = try results.forEachLine { stream, line in
            guard stream == .forms, let form = try? JSONReader.value(of: line) else { return }
            evaluation.add(form: form)
        }
        try results.forEachEvidenceLine { line in
            guard let evidence = try? JSONReader.value(of: line) else { return }
            evaluation.add(evidence: evidence)
        }
        try StandardStreams.print(report(evaluation))
    }

    private func report(_ evaluation: Evaluation) -> String {
        var lines: [String] = []
        for (title, groups) in [
            ("By field", evaluation.fields), ("By kind and source of text", evaluation.layoutGroups),
            ("By confidence", evaluation.bandGroups),
        ] {
            lines += [title, Self.row("", "looked at", "right", "share", "95 % interval", "fields")]
            lines += groups.map(Self.row) + [""]
        }
        if let overall = evaluation.overall {
            lines.append(
                "Of all fields \(Self.percent(overall.share)) are right (\(Self.percent(overall.interval.lowerBound)) to "
                    + "\(Self.percent(overall.interval.upperBound))), each confidence counted as often as it occurs.")
        } else {
            lines.append("No figure for all fields: look at some of each confidence.")
        }
        let counts = [
            (evaluation.unreadableCount, "could not be read by anyone"),
            (evaluation.deletedRows, "rows were no indicators"),
            (evaluation.staleCount, "corrections speak of another reading and do not count"),
            (evaluation.missingCount, "corrections speak of fields that are not in these results"),
        ]
        lines += counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)." }
        return lines.map { $0.shown + "\n" }.joined()
    }

    private static func row(_ group: Evaluation.Group) -> String {
        let interval = group.found.interval.map { "\(percent($0.lowerBound)) to \(percent($0.upperBound))" } ?? "-"
        return row(
            group.name, "\(group.found.all)", "\(group.found.right)", group.found.share.map(percent) ?? "-", interval,
            "\(group.fields)")
    }

    private static let widths = [40, 10, 8, 9, 18, 9]

    private static func row(_ cells: String...) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            let gap = String(repeating: " ", count: max(1, cell.1 - cell.0.count))
            return index == 0 ? cell.0 + gap : gap + cell.0
        }.joined()
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
}
