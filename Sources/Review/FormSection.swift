internal import Export
internal import Normalize
internal import PageModel

/// One form with its records as HTML; each record links to its place on the page.
struct FormSection {
    let form: FormRecord
    /// From 1 in the document.
    let ordinal: Int

    var html: String {
        let title = form.title ?? "(no title)"
        return """
            <div class="form" id="form-\(ordinal)">
            <h3>Form \(ordinal): \(title.htmlEscaped)</h3>
            <dl>
            \(facts.map { "<dt>\($0.0.htmlEscaped)</dt><dd>\($0.1.htmlLines)</dd>" }.joined(separator: "\n"))
            </dl>
            \(records)\(checks)</div>

            """
    }

    /// What the form says above and below its indicators, without what is not on the page.
    private var facts: [(String, String)] {
        var facts: [(String, String?)] = [
            ("form_kind", form.kind.rawValue), ("fiscal_year", form.fiscalYear.map(String.init)),
            ("project_name", form.projectName), ("department", form.department),
            ("department_code", form.departmentCode), ("implementing_unit", form.implementingUnit),
            ("reporting_unit", form.reportingUnit), ("report_date", form.reportDate),
        ]
        for fund in form.funds {
            let figures = [
                ("amount", fund.amount), ("initial", fund.initialBudget), ("adjusted", fund.adjustedBudget),
                ("executed", fund.executed), ("weight", fund.weight), ("rate", fund.executionRate),
                ("score", fund.score),
            ]
            let text = figures.compactMap { name, figure in figure.map { "\(name) \($0)" } }.joined(separator: ", ")
            facts.append(("funds: \(fund.label)", text.isEmpty ? "–" : text))
        }
        facts += [
            ("expected_goal", form.expectedGoal), ("actual_completion", form.actualCompletion),
            ("overview", form.overview), ("policy_basis", form.policyBasis), ("duties", form.duties),
            ("total_weight", form.totalWeight?.description), ("total_score", form.totalScore?.description),
            ("conclusion", form.conclusion), ("grade", form.grade), ("contact", form.contact),
        ]
        facts += form.fields.map { ("fields: \($0.key)", $0.value) }
        facts.append(("pages", form.pages.map(String.init).joined(separator: ", ")))
        return facts.compactMap { name, value in value.map { (name, $0) } }
    }

    private var records: String {
        let heads = [
            "", "level 1", "level 2", "level 3", "target", "actual", "weight", "score", "further", "conf.", "",
        ]
        var out = "<table class=\"records\">\n<caption>\(form.indicators.count) records</caption>\n<thead><tr>"
        out += heads.map { "<th>\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for (index, record) in form.indicators.enumerated() { out += row(record, number: index + 1) }
        return out + "</tbody>\n</table>\n"
    }

    private func row(_ record: IndicatorRecord, number: Int) -> String {
        let name = "f\(ordinal)-r\(number)"
        var further: [(String, String?)] = [
            ("direction", record.direction?.rawValue), ("scoring_rule", record.scoringRule),
            ("variance_reason", record.varianceReason), ("remark", record.remark),
        ]
        further += record.extra.map { ($0.key, $0.value) }
        if !record.repairs.isEmpty {
            further.append(("repairs", record.repairs.map(\.rawValue).sorted().joined(separator: ", ")))
        }
        let more = further.compactMap { name, value in value.map { "<b>\(name.htmlEscaped)</b> \($0.htmlLines)" } }
        let cells = [
            "\(number)", (record.level1 ?? "").htmlLines, (record.level2 ?? "").htmlLines, record.level3.htmlLines,
            record.target?.inspected ?? "", record.actual?.inspected ?? "", record.weight?.description ?? "",
            record.score?.description ?? "", more.joined(separator: "<br>"), PageLayers.number(record.confidence),
            "<a href=\"#box-\(name)\">p. \(record.source.page)</a>",
        ]
        let unsure = record.confidence < 0.8 ? " class=\"unsure\"" : ""
        return "<tr id=\"record-\(name)\"\(unsure)>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }

    /// What does not add up in sight, what does folded away.
    private var checks: String {
        let failed = form.checks.filter { !$0.passed }
        let passed = form.checks.filter(\.passed)
        var out = failed.isEmpty ? "" : list(failed, style: "failed")
        if !passed.isEmpty {
            let summary = "\(passed.count) of \(form.checks.count) checks passed"
            out += "<details><summary>\(summary)</summary>\n\(list(passed, style: "passed"))</details>\n"
        }
        return out
    }

    private func list(_ checks: [AuditCheck], style: String) -> String {
        let items = checks.map { check in
            "<li class=\"\(style)\">\(check.code.rawValue): \(check.message.htmlEscaped)</li>"
        }
        return "<ul class=\"checks\">\n\(items.joined(separator: "\n"))\n</ul>\n"
    }
}

extension IndicatorValue {
    /// The printed text, and below it what was read from it.
    fileprivate var inspected: String {
        let figures = [value, lower, upper].compactMap { $0?.description }
        let parts = [kind.rawValue, comparator?.rawValue] + figures + [unit, date]
        return "\(text.htmlLines)<br><small>\(parts.compactMap { $0 }.joined(separator: " ").htmlEscaped)</small>"
    }
}
