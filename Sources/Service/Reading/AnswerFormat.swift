internal import Bulk
internal import Export
internal import Foundation
internal import Pipeline

/// How a result is handed out.
enum AnswerFormat: String, Hashable, Sendable, CaseIterable {
    /// JSON Lines, while the document is read.
    case lines
    case json
    case csv
    case xlsx
    case html
    case markdown

    var mediaType: String {
        switch self {
        case .lines: "application/x-ndjson"
        case .json: "application/json"
        case .csv: "text/csv"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .html: "text/html"
        case .markdown: "text/markdown"
        }
    }

    /// The field Content-Type of an answer.
    var contentType: String {
        switch self {
        case .csv, .html, .markdown: mediaType + "; charset=utf-8"
        case .lines, .json, .xlsx: mediaType
        }
    }

    /// Other names of the type that clients ask for.
    private var otherNames: Set<String> {
        switch self {
        case .lines: ["application/jsonl", "application/ndjson", "application/json-lines"]
        default: []
        }
    }

    /// Those that there are of a kind of result; the first is the one that clients without a wish get.
    static func all(of kind: ReadingKind) -> [AnswerFormat] {
        switch kind {
        case .records: [.lines, .json, .csv, .xlsx]
        case .tables: [.lines, .json, .csv, .xlsx, .html, .markdown]
        case .runs: [.lines, .json]
        case .inspect: [.html]
        }
    }

    /// The format that a client likes best; nil when it likes none.
    ///
    /// - Parameter accept: The field Accept of a request, after RFC 9110.
    static func chosen(for kind: ReadingKind, accept: String?) -> AnswerFormat? {
        let ranges = (accept ?? "*/*").split(separator: ",").map { HeaderParameters($0) }
        guard !ranges.isEmpty else { return all(of: kind).first }
        var best: (format: AnswerFormat, quality: Double)?
        for format in all(of: kind) {
            let quality = format.quality(in: ranges)
            if quality > best?.quality ?? 0 { best = (format, quality) }
        }
        return best?.format
    }

    /// By the range that names it most exactly.
    private func quality(in ranges: [HeaderParameters]) -> Double {
        let group = mediaType.prefix { $0 != "/" } + "/*"
        for names in [otherNames.union([mediaType]), [String(group)], ["*/*"]] {
            if let range = ranges.first(where: { names.contains($0.value) }) {
                return range["q"].flatMap { Double($0) } ?? 1
            }
        }
        return 0
    }

    // MARK: Files

    /// Puts the lines of an order into a file of this format, which takes their place.
    ///
    /// - Throws: `OutputError`, `SpoolBudget.Exhausted`, `NamelessFile.Failed`.
    func convert(_ order: ReadingOrder, folder: String, budget: SpoolBudget) throws {
        guard [.csv, .xlsx, .html, .markdown].contains(self), order.kind != .inspect else { return }
        let work = "\(folder)/zhibiao-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: work) }
        let path = "\(work)/result.\(rawValue)"
        if case .tables = order.kind {
            try writeTables(of: order, to: path)
        } else {
            try writeRecords(of: order, to: path)
        }
        order.answer(with: try ResultSpool(copying: path, in: folder, budget: budget))
    }

    private func writeTables(of order: ReadingOrder, to path: String) throws {
        let formats: [AnswerFormat: TableFormat] = [.csv: .csv, .xlsx: .xlsx, .html: .html, .markdown: .markdown]
        var exporter = try (formats[self] ?? .jsonl).exporter(path: path)
        var ordinals = TableOrdinals()
        try order.lines.forEachLine { line in
            do {
                try exporter.add(TableLine(file: order.document.name, bytes: line), ordinal: ordinals.next(line))
            } catch is TableLine.NoTable {
                // Cells that are no grid: only JSON can hold them.
            }
        }
        try exporter.finish()
    }

    private func writeRecords(of order: ReadingOrder, to path: String) throws {
        let format: ResultFormat = self == .xlsx ? .xlsx : .csv
        var results = ResultLines(try format.exporter(path: path, inputs: []))
        try order.forms.forEachLine { try results.add($0, to: .forms) }
        try order.lines.forEachLine { try results.add($0, to: .indicators) }
        _ = try results.finish()
    }
}
