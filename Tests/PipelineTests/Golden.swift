import Foundation
import PageModel
import Testing

/// The documents whose stages are held by stored dumps: each shows another trait.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    var trait: String
    var folder = "corpus"
    var file: String

    var testDescription: String { "\(trait): \(file)" }
    var path: String { Corpus.path(file, in: folder) }

    static let all = [
        GoldenCase(trait: "ruled", file: "targets-2025-form2.weasyprint.pdf"),
        GoldenCase(
            trait: "borderless", folder: "corpus-layouts", file: "department-self-borderless.weasyprint.pdf"),
        GoldenCase(trait: "horizontal rules", file: "self-evaluation-2024-form5.horizontal-rules.reportlab.pdf"),
        GoldenCase(
            trait: "continued over pages", folder: "corpus-layouts", file: "continued-plain-lighting.chromium.pdf"),
        GoldenCase(trait: "rotated", file: "approval-2025.rotate270.reportlab.pdf"),
        GoldenCase(
            trait: "shifted, vertical labels", folder: "corpus-layouts",
            file: "leftovers-vertical-machinery.chromium.pdf"),
        GoldenCase(
            trait: "two on a page", folder: "corpus-layouts", file: "approval-and-self-one-page.weasyprint.pdf"),
        GoldenCase(trait: "tables that are no form", file: "bad-no-form-tables.pdf"),
    ]
}

/// Stored dumps of what a stage gave, read against the page by a person before they were stored.
enum Golden {
    /// Compares a dump with the stored one.
    ///
    /// With `UPDATE_GOLDEN=1` in the environment a dump that differs is stored, and the test fails all the same, so that
    /// no run that rewrites counts as passed.
    static func expect(
        _ actual: String, agreesWith golden: GoldenCase, stage: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let name = golden.file.replacing(".pdf", with: ".txt")
        let file = Corpus.root.appending(path: "corpus/golden/\(stage)/\(name)")
        let stored = try? String(contentsOf: file, encoding: .utf8)
        guard stored != actual else { return }
        Attachment.record(actual, named: "\(stage)-\(name)", sourceLocation: sourceLocation)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try actual.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "Stored anew: \(file.path()). Check it against the page, then run without UPDATE_GOLDEN.",
                sourceLocation: sourceLocation)
            return
        }
        let difference = stored.map { differences(stored: $0, actual: actual) } ?? "Nothing is stored yet."
        Issue.record(
            "\(file.path()) does not agree. UPDATE_GOLDEN=1 stores the new dump.\n\(difference)",
            sourceLocation: sourceLocation)
    }

    /// The first lines that only one side has, a few of each, with their numbers.
    private static func differences(stored: String, actual: String, most: Int = 8) -> String {
        let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old)
        let removed = changes.removals.compactMap { change -> String? in
            if case .remove(let line, let text, _) = change { "-\(line + 1): \(text)" } else { nil }
        }
        let inserted = changes.insertions.compactMap { change -> String? in
            if case .insert(let line, let text, _) = change { "+\(line + 1): \(text)" } else { nil }
        }
        return
            (["\(removed.count) stored lines are gone, \(inserted.count) are new:"] + removed.prefix(most)
            + inserted.prefix(most)).joined(separator: "\n")
    }
}

extension Double {
    /// In hundredths, the least that a dump shows.
    var dump: String {
        let text = String(format: "%.2f", self)
        return text == "-0.00" ? "0.00" : text
    }
}

extension Rect {
    var dump: String { [x0, y0, x1, y1].map(\.dump).joined(separator: " ") }
}
