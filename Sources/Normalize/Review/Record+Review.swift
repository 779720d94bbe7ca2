internal import OrderedCollections
internal import PageModel

/// What a person says about a field of a record.
public enum ReviewVerdict: Hashable, Sendable {
    /// The value is what is printed.
    case confirmed
    /// What is printed is this.
    case corrected(String)
    /// The print cannot be made out: nobody knows the value.
    case unreadable
}

extension FormRecord {
    /// The value of a field as a text, as `accounts` name the fields; nil for a blank one.
    ///
    /// - Parameter row: The place of an indicator in `indicators`; nil for a field of the form itself.
    public func text(of field: String, row: Int?) -> String? {
        let all = row.map { indicators[$0].accounts } ?? accounts
        return all.first { $0.field == field }?.text
    }

    /// Puts what a person says in the place of what was read, and marks the field as reviewed.
    ///
    /// - Parameters:
    ///   - row: The place of an indicator in `indicators`; nil for a field of the form itself.
    ///   - dictionary: Tells the codes of levels.
    /// - Returns: False when there is no such field, or the text is no value of it; nothing is changed then.
    public mutating func review(
        _ field: String, row: Int?, as verdict: ReviewVerdict, dictionary: FormDictionary
    ) -> Bool {
        let before = text(of: field, row: row)
        guard let row else {
            guard take(verdict, for: field) else { return false }
            noteReview(of: field, before: before, verdict)
            return true
        }
        let isDoubtOfFields = indicators[row].isDoubtedForFieldsAlone
        guard indicators[row].take(verdict, for: field, dictionary: dictionary) else { return false }
        indicators[row].evidence.review(field, before: before, verdict)
        indicators[row].repairs.insert(.reviewed)
        if isDoubtOfFields { indicators[row].confidence = indicators[row].lowestOfFields }
        return true
    }

    /// Leaves an indicator out that is none. The others keep their names.
    public mutating func removeIndicator(at row: Int) {
        for index in indicators.indices { indicators[index].ordinal = indicators[index].ordinal ?? index + 1 }
        indicators.remove(at: row)
    }

    /// Adds up again what an auditor would add up.
    public mutating func auditAgain() {
        // Two units for the same amounts are seen only while the form is read.
        let kept = checks.filter { $0.code == .amountsImplausible }
        let made = Auditor().audit(self).checks
        checks = made + kept.filter { !made.contains($0) }
    }

    private mutating func noteReview(of field: String, before: String?, _ verdict: ReviewVerdict) {
        guard let (line, key) = Self.fundPlace(of: field), funds.indices.contains(line) else {
            evidence.review(field, before: before, verdict)
            return
        }
        funds[line].evidence.review(key, before: before, verdict)
    }

    /// "funds.2.executed" → the second line and its key.
    private static func fundPlace(of field: String) -> (line: Int, key: String)? {
        let parts = field.split(separator: ".", maxSplits: 2)
        guard parts.count == 3, parts[0] == "funds", let ordinal = Int(parts[1]), ordinal > 0 else { return nil }
        return (ordinal - 1, String(parts[2]))
    }

    private mutating func take(_ verdict: ReviewVerdict, for field: String) -> Bool {
        if let (line, key) = Self.fundPlace(of: field) {
            return funds.indices.contains(line) && funds[line].take(verdict, for: key)
        }
        if field.hasPrefix("fields.") { return fields.take(verdict, for: String(field.dropFirst("fields.".count))) }
        switch field {
        case "fiscal_year": return verdict.apply(to: &fiscalYear) { Int(folded($0)) }
        case "report_date": return verdict.apply(to: &reportDate) { DateParser.isoDay($0) }
        case "total_weight": return verdict.apply(to: &totalWeight) { ValueGrammar.number($0) }
        case "total_score": return verdict.apply(to: &totalScore) { ValueGrammar.number($0) }
        default:
            guard let path = Self.texts[field] else { return false }
            return verdict.apply(to: &self[keyPath: path]) { $0 }
        }
    }

    nonisolated(unsafe) private static let texts: [String: WritableKeyPath<FormRecord, String?>] = [
        "form_title": \.title, "project_name": \.projectName, "department": \.department,
        "department_code": \.departmentCode, "implementing_unit": \.implementingUnit,
        "reporting_unit": \.reportingUnit, "expected_goal": \.expectedGoal, "actual_completion": \.actualCompletion,
        "overview": \.overview, "policy_basis": \.policyBasis, "duties": \.duties, "conclusion": \.conclusion,
        "grade": \.grade, "contact": \.contact,
    ]
}

extension IndicatorRecord {
    /// What the least sure of the fields earned.
    fileprivate var lowestOfFields: Double { evidence.values.map(\.confidence).min() ?? 1 }

    /// Whether nothing but its fields makes the row doubtful.
    fileprivate var isDoubtedForFieldsAlone: Bool { confidence == lowestOfFields }

    fileprivate mutating func take(
        _ verdict: ReviewVerdict, for field: String, dictionary: FormDictionary
    ) -> Bool {
        if field.hasPrefix("extra.") { return extra.take(verdict, for: String(field.dropFirst("extra.".count))) }
        switch field {
        case "level1":
            guard verdict.apply(to: &level1, { $0 }) else { return false }
            level1Code = level1.flatMap { dictionary.level1Code($0) }
        case "level2":
            guard verdict.apply(to: &level2, { $0 }) else { return false }
            level2Code = level2.flatMap { dictionary.level2Code($0) }
        case "level3":
            var name: String? = level3
            guard verdict.apply(to: &name, { $0 }), let name else { return false }
            level3 = name
        case "level1_weight": return verdict.apply(to: &level1Weight) { ValueGrammar.number($0) }
        case "target": return verdict.apply(to: &target) { ValueGrammar.parse($0) }
        case "actual": return verdict.apply(to: &actual) { ValueGrammar.parse($0) }
        case "weight": return verdict.apply(to: &weight) { ValueGrammar.number($0) }
        case "score": return verdict.apply(to: &score) { ValueGrammar.number($0) }
        case "direction":
            return verdict.apply(to: &direction) { Direction(rawValue: $0) ?? RowTexts.direction(of: $0) }
        case "scoring_rule": return verdict.apply(to: &scoringRule) { $0 }
        case "variance_reason": return verdict.apply(to: &varianceReason) { $0 }
        case "remark": return verdict.apply(to: &remark) { $0 }
        default: return false
        }
        return true
    }
}

extension FundLine {
    fileprivate mutating func take(_ verdict: ReviewVerdict, for key: String) -> Bool {
        switch key {
        case "label":
            var name: String? = label
            guard verdict.apply(to: &name, { $0 }), let name else { return false }
            label = name
            return true
        case "amount": return verdict.apply(to: &amount) { ValueGrammar.amount($0) }
        case "initial_budget": return verdict.apply(to: &initialBudget) { ValueGrammar.amount($0) }
        case "adjusted_budget": return verdict.apply(to: &adjustedBudget) { ValueGrammar.amount($0) }
        case "executed": return verdict.apply(to: &executed) { ValueGrammar.amount($0) }
        case "weight": return verdict.apply(to: &weight) { ValueGrammar.number($0) }
        case "execution_rate": return verdict.apply(to: &executionRate) { ValueGrammar.number($0) }
        case "score": return verdict.apply(to: &score) { ValueGrammar.number($0) }
        default: return false
        }
    }
}

extension ReviewVerdict {
    /// - Parameter value: Reads a correction; nil for a text that is no value of the field.
    fileprivate func apply<Value>(to property: inout Value?, _ value: (String) -> Value?) -> Bool {
        switch self {
        case .confirmed: return true
        case .unreadable: property = nil
        case .corrected(let text) where text.isEmpty: property = nil
        case .corrected(let text):
            guard let new = value(text) else { return false }
            property = new
        }
        return true
    }
}

extension OrderedDictionary<String, String> {
    /// False for a key that is not there: a further field or column is not made up.
    fileprivate mutating func take(_ verdict: ReviewVerdict, for key: String) -> Bool {
        guard self[key] != nil else { return false }
        return verdict.apply(to: &self[key]) { $0 }
    }
}

extension EvidenceOfFields {
    /// Marks a field as reviewed; it is as sure as can be then, and keeps what it was before.
    fileprivate mutating func review(_ field: String, before: String?, _ verdict: ReviewVerdict) {
        var place = self[field] ?? FieldEvidence(basis: .review)
        if verdict != .confirmed { place.beforeReview = before }
        place.repairs.insert(.reviewed)
        place.confidence = 1
        self[field] = place
    }
}

extension JSONValue {
    /// The value of a field as a text, as corrections have it: of a target or a result what is printed.
    package var fieldText: String? {
        switch self {
        case .null: nil
        case .string(let text): text
        case .object: self["text"].flatMap { if case .string(let text) = $0 { text } else { nil } }
        default: description
        }
    }
}

extension FieldAccount {
    /// The value as a text: of a target or a result what is printed.
    public var text: String? { value.fieldText }
}
