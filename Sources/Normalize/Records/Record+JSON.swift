internal import OrderedCollections
internal import PageModel

extension FormRecord {
    /// The form's name in all records: sixteen digits of the document's hash and its place in the document.
    public func formID(in document: DocumentIdentity, ordinal: Int) -> String {
        "\(document.sha256.prefix(16))-f\(ordinal)"
    }

    /// The line of `forms.jsonl`.
    ///
    /// - Parameter ordinal: The form's place in the document, from 1.
    public func json(in document: DocumentIdentity, ordinal: Int) -> JSONValue {
        var members = [JSONMember("form_id", .string(formID(in: document, ordinal: ordinal)))]
        members += fieldMembers
        members += [
            JSONMember("indicator_count", .int(indicators.count)),
            JSONMember("pages", .array(pages.map { .int($0) })),
            JSONMember("checks", .array(checks.map(\.json))),
            JSONMember("notes", .array(notes.map(\.json))),
            JSONMember("source", source.json(in: document, ocrRaw: ocrRaw)),
        ]
        return .object(members)
    }

    /// What the form says outside its indicators.
    var fieldMembers: [JSONMember] {
        headMembers + [
            JSONMember("reporting_unit", .string(orNull: reportingUnit)),
            JSONMember("report_date", .string(orNull: reportDate)),
            JSONMember("funds", .array(funds.map(\.json))),
            JSONMember("expected_goal", .string(orNull: expectedGoal)),
            JSONMember("actual_completion", .string(orNull: actualCompletion)),
            JSONMember("overview", .string(orNull: overview)),
            JSONMember("policy_basis", .string(orNull: policyBasis)),
            JSONMember("duties", .string(orNull: duties)),
            JSONMember("total_weight", .number(orNull: totalWeight)),
            JSONMember("total_score", .number(orNull: totalScore)),
            JSONMember("conclusion", .string(orNull: conclusion)),
            JSONMember("grade", .string(orNull: grade)),
            JSONMember("contact", .string(orNull: contact)),
            JSONMember("fields", .strings(fields)),
        ]
    }

    /// The lines of `indicators.jsonl`, in row order.
    public func indicatorLines(in document: DocumentIdentity, ordinal: Int) -> [JSONValue] {
        let id = formID(in: document, ordinal: ordinal)
        return indicators.enumerated().map { index, record in
            var members = [
                JSONMember("record_id", .string("\(id)-r\(record.ordinal ?? index + 1)")),
                JSONMember("form_id", .string(id)),
            ]
            members += headMembers
            members += record.members(in: document)
            return .object(members)
        }
    }

    /// What the form and each of its indicators repeat.
    private var headMembers: [JSONMember] {
        [
            JSONMember("form_kind", .string(kind.rawValue)),
            JSONMember("form_title", .string(orNull: title)),
            JSONMember("fiscal_year", .int(orNull: fiscalYear)),
            JSONMember("project_name", .string(orNull: projectName)),
            JSONMember("department", .string(orNull: department)),
            JSONMember("department_code", .string(orNull: departmentCode)),
            JSONMember("implementing_unit", .string(orNull: implementingUnit)),
        ]
    }
}

extension IndicatorRecord {
    func members(in document: DocumentIdentity) -> [JSONMember] {
        fieldMembers + [
            JSONMember("source", source.json(in: document, ocrRaw: ocrRaw)),
            JSONMember("confidence", .double(confidence)),
            JSONMember("repairs", .array(repairs.map(\.rawValue).sorted().map { .string($0) })),
        ]
    }

    /// What the row says.
    var fieldMembers: [JSONMember] {
        [
            JSONMember("level1", .string(orNull: level1)),
            JSONMember("level2", .string(orNull: level2)),
            JSONMember("level3", .string(level3)),
            JSONMember("level1_code", .string(orNull: level1Code)),
            JSONMember("level2_code", .string(orNull: level2Code)),
            JSONMember("level1_weight", .number(orNull: level1Weight)),
            JSONMember("target", target?.json ?? .null),
            JSONMember("actual", actual?.json ?? .null),
            JSONMember("weight", .number(orNull: weight)),
            JSONMember("score", .number(orNull: score)),
            JSONMember("direction", .string(orNull: direction?.rawValue)),
            JSONMember("scoring_rule", .string(orNull: scoringRule)),
            JSONMember("variance_reason", .string(orNull: varianceReason)),
            JSONMember("remark", .string(orNull: remark)),
            JSONMember("extra", .strings(extra)),
        ]
    }
}

extension FundLine {
    var json: JSONValue {
        .object([
            "item": .string(item.rawValue), "label": .string(label), "amount": .number(orNull: amount),
            "initial_budget": .number(orNull: initialBudget), "adjusted_budget": .number(orNull: adjustedBudget),
            "executed": .number(orNull: executed), "weight": .number(orNull: weight),
            "execution_rate": .number(orNull: executionRate), "score": .number(orNull: score),
        ])
    }
}

extension AuditCheck {
    var json: JSONValue {
        .object([
            "code": .string(code.rawValue), "passed": .bool(passed), "expected": .number(expected),
            "found": .number(found), "message": .string(message),
        ])
    }
}

extension PageNote {
    var json: JSONValue {
        .object(["code": .string(code.rawValue), "page": .int(page), "message": .string(message)])
    }
}

extension RecordSource {
    /// - Parameter ocrRaw: The readings that were repaired; the key is left out where there are none.
    func json(in document: DocumentIdentity, ocrRaw: OrderedDictionary<String, String>) -> JSONValue {
        var members = [
            JSONMember("file", .string(document.file)), JSONMember("sha256", .string(document.sha256)),
            JSONMember("page", .int(page)),
            JSONMember("bbox", box.json),
            JSONMember("text_source", .string(textSource.rawValue)),
            // Only who writes the results of many documents knows.
            JSONMember("duplicate_of", .null),
        ]
        if !ocrRaw.isEmpty { members.append(JSONMember("ocr_raw", .strings(ocrRaw))) }
        return .object(members)
    }
}

extension Rect {
    var json: JSONValue { .array([.double(x0), .double(y0), .double(x1), .double(y1)]) }
}

extension JSONValue {
    static func strings(_ dictionary: OrderedDictionary<String, String>) -> JSONValue {
        .object(dictionary.map { JSONMember($0.key, .string($0.value)) })
    }
}
