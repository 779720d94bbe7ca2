import Bulk
import Foundation
import Normalize
internal import Pipeline

/// What a run did, on standard error.
struct SummaryPrinter {
    let folder: String
    /// The results are written even when the run was stopped, and the run is not the last one.
    var isWatching = false

    func show(_ summary: BulkSummary, log: RunLog, format: RunLog.Format) {
        if format == .json {
            log.event("summary", members(summary))
            return
        }
        for failure in summary.failures { complain(failure.file, "\(failure.message) [\(failure.code.rawValue)]") }
        var lines: [String] = []
        if summary.failureLines > summary.failures.count {
            lines.append("… and \(summary.failureLines - summary.failures.count) more in \(folder)/failures.jsonl")
        }
        if summary.isComplete, summary.counts.inputs == 0 {
            lines.append("No PDF and no picture was found: the folders, or the list, hold none.")
        }
        lines += StatusTable(counts: summary.counts).rows
        if summary.gone > 0 {
            lines.append("gone      \(summary.gone) files of the earlier results are not there any more")
        }
        if summary.leftAside.count > 0 { lines.append(leftAside(summary.leftAside)) }
        let rate = summary.seconds > 0 ? Double(summary.pagesRead) / summary.seconds : 0
        let duration = String(format: "%.1f s", summary.seconds)
        lines.append(
            "this run  \(summary.looked) files, \(summary.pagesRead) pages (\(String(format: "%.0f", rate)) a second), "
                + duration)
        lines.append(
            summary.isComplete
                ? "results   \(folder)"
                : isWatching
                    ? "Stopped. The results hold what was finished; run the same command again to go on."
                    : "Stopped. The results are not written; run the same command again to go on.")
        if isWatching, summary.isComplete { lines.append("Waiting for files; Ctrl-C ends it.") }
        StandardStreams.say(lines.map { $0.shown + "\n" }.joined())
    }

    private func leftAside(_ left: LeftAside) -> String {
        let more = left.count > left.names.count ? ", …" : ""
        return
            "aside     \(left.count) left alone, no PDFs or pictures by their names, or links to nothing: \(left.names.joined(separator: ", "))\(more)"
    }

    private func members(_ summary: BulkSummary) -> [JSONMember] {
        StatusTable(counts: summary.counts).members + [
            JSONMember("looked_at", .int(summary.looked)), JSONMember("pages_read", .int(summary.pagesRead)),
            JSONMember("run_seconds", .double(summary.seconds)), JSONMember("complete", .bool(summary.isComplete)),
            JSONMember("left_aside", .int(summary.leftAside.count)),
            JSONMember("results", .string(folder)),
        ]
    }
}

/// The figures of a run, as rows for people and as members for programs.
struct StatusTable {
    let counts: RunCounts

    private var failed: Int { counts.codes.values.reduce(0, +) }

    var rows: [String] {
        var rows = [
            "files     \(counts.inputs)", "pages     \(counts.pages)", "forms     \(counts.forms)",
            "records   \(counts.indicators)", "failures  \(failed)",
        ]
        let statuses = DocumentStatus.allCases.compactMap { status in
            counts.statuses[status].map { "\(status.rawValue) \($0)" }
        }
        if !statuses.isEmpty { rows.append("status    \(statuses.joined(separator: ", "))") }
        let codes = counts.codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        if !codes.isEmpty { rows.append("codes     \(codes.joined(separator: ", "))") }
        return rows
    }

    var members: [JSONMember] {
        [
            JSONMember("files", .int(counts.inputs)), JSONMember("pages", .int(counts.pages)),
            JSONMember("forms", .int(counts.forms)), JSONMember("records", .int(counts.indicators)),
            JSONMember("failures", .int(failed)),
            JSONMember(
                "statuses",
                .object(DocumentStatus.allCases.map { JSONMember($0.rawValue, .int(counts.statuses[$0] ?? 0)) })),
            JSONMember(
                "codes", .object(counts.codes.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) })),
        ]
    }
}
