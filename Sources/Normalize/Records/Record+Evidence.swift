internal import PageModel

/// A field of a record with its value and where it comes from.
public struct FieldAccount: Hashable, Sendable {
    /// As in the evidence: `target`, `funds.1.amount`, `fields.联系电话`; ordinals from 1.
    public var field: String
    public var value: JSONValue
    public var evidence: FieldEvidence
    /// The field that this one follows from; nil for one that was printed.
    public var source: String?

    /// Why the field has no place of its own, in a sentence; nil for one that has.
    public var reason: String? {
        switch evidence.basis {
        case .printed: nil
        case .filledDown: "The text holds for several rows, this one among them."
        case .title: "It is told by the form's title."
        case .computed: "It follows from \(source ?? "the other fields")."
        case .review: "A person put it where nothing was read."
        case .unplaced: "Its place was not kept."
        }
    }
}

extension FormRecord {
    /// Every field of the head, the goals, the funds and the foot that has a value, in the order of the record.
    public var accounts: [FieldAccount] {
        var accounts: [FieldAccount] = []
        for member in fieldMembers {
            switch member.key {
            case "funds": for (index, line) in funds.enumerated() { accounts += line.accounts(ordinal: index + 1) }
            default: accounts += FieldAccount.accounts(of: member, in: evidence)
            }
        }
        return accounts
    }

    /// The lines of `evidence.jsonl`: those of the form, then those of its indicators in row order.
    public func evidenceLines(in document: DocumentIdentity, ordinal: Int) -> [JSONValue] {
        let form = formID(in: document, ordinal: ordinal)
        var lines = accounts.map { $0.json(in: document, form: form, record: nil) }
        for (index, record) in indicators.enumerated() {
            let name = "\(form)-r\(record.ordinal ?? index + 1)"
            lines += record.accounts.map { $0.json(in: document, form: form, record: name) }
        }
        return lines
    }
}

extension IndicatorRecord {
    /// Every field of the row that has a value, in the order of the record.
    public var accounts: [FieldAccount] {
        fieldMembers.flatMap { FieldAccount.accounts(of: $0, in: evidence) }
    }
}

extension FundLine {
    fileprivate func accounts(ordinal: Int) -> [FieldAccount] {
        guard case .object(let members) = json else { return [] }
        return members.flatMap { FieldAccount.accounts(of: $0, in: evidence) }.map { account in
            var account = account
            account.field = "funds.\(ordinal).\(account.field)"
            account.source = account.source.map { "funds.\(ordinal).\($0)" }
            return account
        }
    }
}

extension FieldAccount {
    /// Fields that are told by another one, with that field.
    private static let sources: [String: String] = [
        "form_kind": "form_title", "level1_code": "level1", "level2_code": "level2", "item": "label",
    ]

    /// Fields that are printed in the text of another one: "产出指标(50分)".
    private static let sharedPlaces = ["level1_weight": "level1"]

    /// None for a blank field; one for each member of `fields` and `extra`.
    fileprivate static func accounts(of member: JSONMember, in evidence: EvidenceOfFields) -> [FieldAccount] {
        switch member.value {
        case .null: return []
        case .object(let members) where ["fields", "extra"].contains(member.key):
            return members.map { account(of: "\(member.key).\($0.key)", value: $0.value, in: evidence) }
        default: return [account(of: member.key, value: member.value, in: evidence)]
        }
    }

    private static func account(
        of field: String, value: JSONValue, in evidence: EvidenceOfFields
    ) -> FieldAccount {
        if let place = evidence[field] ?? sharedPlaces[field].flatMap({ evidence[$0] }) {
            return FieldAccount(field: field, value: value, evidence: place)
        }
        guard let source = sources[field] else {
            return FieldAccount(field: field, value: value, evidence: FieldEvidence(basis: .unplaced))
        }
        let place = evidence[source] ?? FieldEvidence()
        let basis: FieldEvidence.Basis = source == "form_title" ? .title : .computed
        return FieldAccount(field: field, value: value, evidence: place.based(on: basis), source: source)
    }

    fileprivate func json(in document: DocumentIdentity, form: String, record: String?) -> JSONValue {
        let names = [
            JSONMember("file", .string(document.file)), JSONMember("sha256", .string(document.sha256)),
            JSONMember("form_id", .string(form)), JSONMember("record_id", .string(orNull: record)),
        ]
        guard case .object(let members) = json else { return .null }
        return .object(names + members)
    }

    /// The account without the names of the document and the record.
    public var json: JSONValue {
        .object([
            "field": .string(field), "value": value,
            "basis": .string(evidence.basis.rawValue), "places": .array(evidence.lines.map(\.json)),
            "reading": .string(orNull: evidence.reading), "before_review": .string(orNull: evidence.beforeReview),
            "repairs": .array(evidence.repairs.map(\.rawValue).sorted().map { .string($0) }),
            "confidence": .double(evidence.confidence), "reason": .string(orNull: reason),
        ])
    }
}

extension PrintedLine {
    fileprivate var json: JSONValue {
        .object([
            "page": .int(page), "bbox": box.json, "text": .string(text),
        ])
    }
}
