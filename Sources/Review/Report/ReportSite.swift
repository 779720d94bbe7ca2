public import Export
internal import Foundation
public import Normalize
public import Pipeline

/// The report of a run as a folder of files that needs no server: a page, and its data in parts.
///
/// Lines come in any order in which a form stands before its indicators.
public struct ReportSite {
    /// A document of the run, and whether something of it must be looked at.
    public struct Document: Hashable, Sendable {
        /// As given to the run.
        public var file: String
        public var sha256: String
        public var isDoubtful = false
    }

    private struct Form {
        var document: Int
        var rows = 0
        /// Rows without a target.
        var missing: [Int] = []
    }

    private struct Key: Hashable {
        var file: String
        var form: String
    }

    private let folder: String
    private let sample: Double
    private var figures = ReportFigures()
    private var formParts: ReportParts
    private var recordParts: ReportParts
    private var forms: [Form] = []
    private var places: [Key: Int] = [:]
    private var documentPlaces: [String: Int] = [:]
    /// In the order of the results.
    public private(set) var documents: [Document] = []
    private var queue: [Kind: [JSONValue]] = [:]
    private var failures: [JSONValue] = []
    private var rowCount = 0
    private var doubtfulCount = 0

    /// Why something must be looked at, in the order of the list.
    private enum Kind: String, CaseIterable {
        case check
        case missing
        case low
        case unread
        case sample
    }

    /// Rows below this are doubted.
    private static let sureness = 0.9
    /// A form of which so many rows have a target should have it in all.
    private static let usual = 0.8
    private static let hashDigits = 16
    /// In the list of the page; all of them stand in failures.jsonl.
    private static let mostFailures = 1000

    /// - Parameters:
    ///   - folder: Made if missing.
    ///   - sample: The share of sure rows that are drawn for a look, 0…1; the same ones each time.
    public init(folder: String, sample: Double) throws(OutputError) {
        self.folder = folder
        self.sample = sample
        try TextSink.makeFolder(folder)
        try TextSink.makeFolder(folder + "/data")
        formParts = ReportParts("forms", in: folder)
        recordParts = ReportParts("records", in: folder)
    }

    // MARK: Lines

    /// Takes a line of forms.jsonl.
    public mutating func add(form line: JSONValue) throws {
        guard let file = line["source"]?["file"]?.words, let sha256 = line["source"]?["sha256"]?.words,
            let name = line["form_id"]?.words
        else { return }
        let isFirst = documentPlaces[file] == nil
        let document = documentPlaces[file] ?? documents.count
        if isFirst {
            documentPlaces[file] = document
            documents.append(Document(file: file, sha256: sha256))
        }
        let index = forms.count
        forms.append(Form(document: document))
        places[Key(file: file, form: name)] = index
        figures.add(form: line, isFirstOfDocument: isFirst)
        for check in line["checks"]?.elements ?? [] where check["passed"] == .bool(false) {
            note(
                .check, form: index,
                [check["code"] ?? .null, .figureText(check["expected"]), .figureText(check["found"])])
        }
        for message in line["notes"]?.elements ?? [] { note(.unread, form: index, [message["code"] ?? .null]) }
        let ordinal = name.split(separator: "-f").last.flatMap { Int($0) } ?? 0
        let unit = [line["implementing_unit"], line["department"]].compactMap { $0 }.first { $0 != .null }
        let row: [JSONValue?] = [
            .string(file), .string(String(sha256.prefix(Self.hashDigits))), line["form_kind"], line["fiscal_year"],
            line["form_title"], unit, line["project_name"], .int(ordinal),
        ]
        try formParts.add(.array(row.map { $0 ?? .null }))
    }

    /// Takes a line of indicators.jsonl.
    public mutating func add(indicator line: JSONValue) throws {
        guard let file = line["source"]?["file"]?.words, let name = line["form_id"]?.words,
            let record = line["record_id"]?.words, let form = places[Key(file: file, form: name)]
        else { return }
        let row = record.split(separator: "-r").last.flatMap { Int($0) } ?? 0
        let confidence = line["confidence"]?.figure ?? 0
        rowCount += 1
        forms[form].rows += 1
        if line["target"] == .null { forms[form].missing.append(row) }
        figures.add(indicator: line)
        let sureness = JSONValue.string(String(format: "%.2f", confidence))
        if confidence < Self.sureness {
            doubtfulCount += 1
            note(.low, form: form, row: row, [.null, sureness])
        } else if isDrawn(record) {
            note(.sample, form: form, row: row, [.null, sureness])
        }
        let cells: [JSONValue?] = [
            .int(form), .int(row), line["level1"], line["level2"], line["level3"], line["target"]?["text"],
            line["actual"]?["text"], .figureText(line["weight"]), .figureText(line["score"]), line["confidence"],
        ]
        try recordParts.add(.array(cells.map { $0 ?? .null }))
    }

    /// Takes a line of failures.jsonl.
    public mutating func add(failure line: JSONValue) {
        guard let code = line["code"]?.words else { return }
        figures.add(failureCode: code)
        guard failures.count < Self.mostFailures else { return }
        failures.append(.array([line["file"] ?? .null, .string(code), line["message"] ?? .null]))
    }

    /// - Parameter more: The code, and the figures that its sentence names.
    private mutating func note(_ kind: Kind, form: Int, row: Int? = nil, _ more: [JSONValue]) {
        documents[forms[form].document].isDoubtful = documents[forms[form].document].isDoubtful || kind != .sample
        queue[kind, default: []].append(.array([.string(kind.rawValue), .int(form), .int(orNull: row)] + more))
    }

    /// Whether a row belongs to the sample: told by its name alone (FNV-1a), so that the sample can be drawn again.
    private func isDrawn(_ record: String) -> Bool {
        guard sample > 0 else { return false }
        let hash = record.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        // The low digits of such a hash are not spread evenly.
        let share = Double((hash ^ (hash >> 32)) & 0xFFFF_FFFF) / Double(UInt32.max)
        return share < sample
    }

    // MARK: The page

    /// Says what is missing in forms that have nearly all: to be asked for when all lines have come.
    public mutating func close() {
        for (index, form) in forms.enumerated()
        where !form.missing.isEmpty && Double(form.rows - form.missing.count) >= Self.usual * Double(form.rows) {
            for row in form.missing { note(.missing, form: index, row: row, []) }
        }
    }

    /// Writes the page and what is left of its data.
    ///
    /// - Parameter pages: The documents, by their hashes, that have a page of their own in the folder `pages`.
    public mutating func finish(language: HeaderLanguage, pages: Set<String>) throws {
        try formParts.finish()
        try recordParts.finish()
        var queueParts = ReportParts("queue", in: folder)
        for kind in Kind.allCases { for item in queue[kind] ?? [] { try queueParts.add(item) } }
        try queueParts.finish()
        let data = JSONValue.object([
            "counts": .object([
                "documents": .int(documents.count), "forms": .int(forms.count), "rows": .int(rowCount),
                "doubtful": .int(doubtfulCount),
            ]),
            "figures": figures.json, "failures": .array(failures),
            "parts": .array((formParts.files + queueParts.files + recordParts.files).map { .string($0) }),
            "pages": .array(pages.map { String($0.prefix(Self.hashDigits)) }.sorted().map { .string($0) }),
            "names": .fieldNames,
        ])
        let sink = try TextSink(path: folder + "/index.html")
        try sink.write(ReportPage.html(data: data, language: language))
        try sink.finish()
    }

    /// The name of a document's own page in the folder.
    public static func pageName(sha256: String) -> String { "pages/\(sha256.prefix(hashDigits)).html" }
}

extension JSONValue {
    /// An exact figure as a text, null for null.
    fileprivate static func figureText(_ value: JSONValue?) -> JSONValue {
        value.flatMap { $0 == .null ? nil : .string($0.description) } ?? .null
    }
}
