import Foundation
import Normalize
import Pipeline
import Testing

/// Compares what a document gave with its truth, field by field.
struct TruthComparison {
    /// Where ("form 1 row 21 level1") → what was wanted and what was found.
    private(set) var differences: [String: String] = [:]
    /// Rows of the truth, and those of them that have no difference.
    private(set) var rowCount = 0
    private(set) var rightRowCount = 0
    private let folds: Bool

    private static let formFields = [
        "form_kind", "form_title", "fiscal_year", "project_name", "department", "department_code",
        "implementing_unit", "reporting_unit", "report_date", "expected_goal", "actual_completion", "overview",
        "policy_basis", "duties", "total_weight", "total_score", "conclusion", "grade", "contact", "fields",
        "indicator_count",
    ]
    private static let fundFields = [
        "item", "label", "amount", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score",
    ]
    private static let valueFields = [
        "kind", "operator", "value", "lower", "upper", "unit", "date", "text", "quantities",
    ]
    private static let rowFields =
        ["level1", "level2", "level3", "level1_code", "level2_code", "level1_weight"]
        + ["target", "actual"].flatMap { name in valueFields.map { "\(name).\($0)" } }
        + ["weight", "score", "direction", "scoring_rule", "variance_reason", "remark", "extra"]
    /// In these white space does not count: paragraphs may be kept as line breaks.
    private static let longFields: Set = [
        "variance_reason", "remark", "scoring_rule", "expected_goal", "actual_completion", "overview", "policy_basis",
        "duties", "conclusion", "extra", "fields",
    ]

    /// - Parameter folding: Full-width and half-width characters, and texts with and without spaces, count as equal.
    init(found: [ConvertedForm], truth: [[String: Any]], folding: Bool = false) {
        folds = folding
        if found.count != truth.count {
            differences["number of forms"] = "want \(truth.count), found \(found.count)"
        }
        for (index, (form, expected)) in zip(found, truth).enumerated() {
            compare(form, with: expected, at: "form \(index + 1)")
        }
        rowCount = truth.reduce(0) { $0 + ($1["indicators"] as? [Any] ?? []).count }
    }

    private mutating func compare(_ form: ConvertedForm, with truth: [String: Any], at place: String) {
        for field in Self.formFields { compare(field, of: form.head, with: truth, at: place) }
        compareFunds(form.head, with: truth, at: place)
        let wanted = truth["indicators"] as? [[String: Any]] ?? []
        var rest = form.rows[...]
        for (index, row) in wanted.enumerated() {
            let place = "\(place) row \(index + 1)"
            // With a row lost or too many, rows are told by their names, in order.
            let match =
                wanted.count == form.rows.count
                ? rest.startIndex
                : rest.firstIndex { canonical($0["level3"]) == canonical(row["level3"]) }
            guard let match else {
                differences[place] = "missing: \(canonical(row["level3"]))"
                continue
            }
            let before = differences.count
            for field in Self.rowFields { compare(field, of: rest[match], with: row, at: place) }
            if differences.count == before { rightRowCount += 1 }
            rest = rest[(match + 1)...]
        }
    }

    private mutating func compareFunds(_ head: [String: Any], with truth: [String: Any], at place: String) {
        let found = head["funds"] as? [[String: Any]] ?? []
        let wanted = truth["funds"] as? [[String: Any]] ?? []
        if found.count != wanted.count {
            differences["\(place) funds"] = "want \(wanted.count) lines, found \(found.count)"
            return
        }
        for (index, (line, expected)) in zip(found, wanted).enumerated() {
            for field in Self.fundFields { compare(field, of: line, with: expected, at: "\(place) funds \(index + 1)") }
        }
    }

    private mutating func compare(
        _ field: String, of found: [String: Any], with truth: [String: Any], at place: String
    ) {
        let path = field.split(separator: ".").map(String.init)
        func value(of object: [String: Any]) -> Any? {
            path.count == 1 ? object[path[0]] : (object[path[0]] as? [String: Any])?[path[1]]
        }
        let ignoresSpace = Self.longFields.contains(field)
        var wanted = canonical(value(of: truth), ignoringSpace: ignoresSpace)
        var got = canonical(value(of: found), ignoringSpace: ignoresSpace)
        // No target has no quantities either.
        if field.hasSuffix("quantities") {
            if wanted == "[]" { wanted = "null" }
            if got == "[]" { got = "null" }
        }
        if wanted != got { differences["\(place) \(field)"] = "want \(wanted), found \(got)" }
    }

    private static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping
            .replacingOccurrences(of: "≧", with: "≥").replacingOccurrences(of: "≦", with: "≤")
    }

    /// The value as text in which equal values are equal.
    private func canonical(_ value: Any?, ignoringSpace: Bool = false) -> String {
        switch value {
        case nil, is NSNull: return "null"
        case let text as String:
            let text = folds ? Self.folded(text) : text
            return "\"" + (folds || ignoringSpace ? text.filter { !$0.isWhitespace } : text) + "\""
        case let list as [Any]:
            return "[" + list.map { canonical($0, ignoringSpace: ignoringSpace) }.joined(separator: ",") + "]"
        case let object as [String: Any]:
            let members = object.map { "\($0.key):" + canonical($0.value, ignoringSpace: ignoringSpace) }
            return "{" + members.sorted().joined(separator: ",") + "}"
        case let number as NSNumber: return number.doubleValue.description
        default: return "\(value as Any)"
        }
    }
}

/// A form as its lines of JSON say it.
struct ConvertedForm {
    var head: [String: Any]
    var rows: [[String: Any]]

    init(head: [String: Any], rows: [[String: Any]]) {
        self.head = head
        self.rows = rows
    }

    init(_ form: FormRecord, in document: DocumentIdentity, ordinal: Int) throws {
        head = try Self.object(form.json(in: document, ordinal: ordinal))
        rows = try form.indicatorLines(in: document, ordinal: ordinal).map(Self.object)
    }

    private static func object(_ value: JSONValue) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(value.description.utf8))
        return try #require(object as? [String: Any])
    }

    /// Converts one document.
    static func all(
        in path: String, options: ConvertOptions = ConvertOptions()
    ) throws -> (forms: [ConvertedForm], result: DocumentResult) {
        var forms: [ConvertedForm] = []
        let result = try DocumentConverter(options: options).convert(.path(path)) { form, document, ordinal in
            forms.append(try ConvertedForm(form, in: document, ordinal: ordinal))
        }
        return (forms, result)
    }
}
