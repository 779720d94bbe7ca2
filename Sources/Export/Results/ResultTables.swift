/// The tables of the flat results: docs/columns.md says in words what stands here.
extension ResultTable {
    /// In an order in which each table comes behind the one that its rows belong to.
    public static let all: [ResultTable] = [document, form, fund, check, note, indicator, quantity, failure]

    static let document = ResultTable(
        name: "document", plural: "documents", chinese: "文件",
        columns: [.line("file", ["source", "file"]), .line("sha256", ["source", "sha256"]), duplicate],
        key: ["file"], parent: nil, stream: .forms, rows: .lines)

    static let form = ResultTable(
        name: "form", plural: "forms", chinese: "表单",
        columns: head + [
            .line("reporting_unit"), .line("report_date", as: .date),
            .line("expected_goal", as: .prose), .line("actual_completion", as: .prose), .line("overview", as: .prose),
            .line("policy_basis", as: .prose), .line("duties", as: .prose), .line("total_weight", as: .decimal),
            .line("total_score", as: .decimal), .line("conclusion", as: .prose), .line("grade"), .line("contact"),
            .line("fields", as: .json), .line("indicator_count", as: .integer), .line("pages", as: .json),
            .line("notes", as: .json),
        ] + source,
        key: ["file", "form_id"], parent: .init(table: "document", key: ["file"]), stream: .forms, rows: .lines)

    static let fund = ResultTable(
        name: "fund", plural: "funds", chinese: "资金",
        columns: formKey + [
            .ordinal, .line("fiscal_year", as: .integer), .line("project_name"), .line("implementing_unit"),
            .element("item"), .element("label"), .element("amount", as: .decimal),
            .element("initial_budget", as: .decimal), .element("adjusted_budget", as: .decimal),
            .element("executed", as: .decimal), .element("weight", as: .decimal),
            .element("execution_rate", as: .decimal), .element("score", as: .decimal),
        ],
        key: ["file", "form_id", "ordinal"], parent: .form, stream: .forms, rows: .elements([["funds"]]))

    static let check = ResultTable(
        name: "check", plural: "checks", chinese: "核对",
        columns: formKey + [
            .ordinal, .line("project_name"), .line("implementing_unit"), .element("code"),
            .element("passed", as: .boolean), .element("expected", as: .decimal), .element("found", as: .decimal),
            .element("message", as: .prose), .line("page", ["source", "page"], as: .integer),
        ],
        key: ["file", "form_id", "ordinal"], parent: .form, stream: .forms, rows: .elements([["checks"]]))

    static let note = ResultTable(
        name: "note", plural: "notes", chinese: "读取说明",
        columns: formKey + [
            .ordinal, .element("code"), .element("page", as: .integer), .element("message", as: .prose),
        ],
        key: ["file", "form_id", "ordinal"], parent: .form, stream: .forms, rows: .elements([["notes"]]))

    static let indicator = ResultTable(
        name: "indicator", plural: "indicators", chinese: "指标",
        columns: [.line("file", ["source", "file"]), .line("record_id")] + head.dropFirst() + [
            .line("level1"), .line("level2"), .line("level3"), .line("level1_code"), .line("level2_code"),
            .line("level1_weight", as: .decimal),
        ] + value("target") + value("actual") + [
            .line("weight", as: .decimal), .line("score", as: .decimal), .line("direction"),
            .line("scoring_rule", as: .prose), .line("variance_reason", as: .prose), .line("remark", as: .prose),
            .line("extra", as: .json), .line("confidence", as: .measure), .line("repairs", as: .json),
        ] + source,
        key: ["file", "record_id"], parent: .form, stream: .indicators, rows: .lines)

    static let quantity = ResultTable(
        name: "quantity", plural: "quantities", chinese: "数量",
        columns: [
            .line("file", ["source", "file"]), .line("record_id"), .owner, .ordinal, .element("operator"),
            .element("value", as: .decimal), .element("unit"),
        ],
        key: ["file", "record_id", "of", "ordinal"], parent: .init(table: "indicator", key: ["file", "record_id"]),
        stream: .indicators, rows: .elements([["target", "quantities"], ["actual", "quantities"]]))

    static let failure = ResultTable(
        name: "failure", plural: "failures", chinese: "未转换",
        columns: [
            .line("file"), .ordinal, .line("sha256"), .line("stage"), .line("code"), .line("message", as: .prose),
        ],
        key: ["file", "ordinal"], parent: .init(table: "document", key: ["file"]), stream: .failures, rows: .lines)

    private static let formKey: [ResultColumn] = [.line("file", ["source", "file"]), .line("form_id")]

    private static let head: [ResultColumn] =
        formKey + [
            .line("form_kind"), .line("form_title"), .line("fiscal_year", as: .integer), .line("project_name"),
            .line("department"), .line("department_code"), .line("implementing_unit"),
        ]

    private static let duplicate = ResultColumn.line("duplicate_of", ["source", "duplicate_of"])

    /// Where a record was read; the file stands in front of all.
    private static let source: [ResultColumn] =
        [.line("page", ["source", "page"], as: .integer)]
        + ["x0", "y0", "x1", "y1"].enumerated().map { .place($1, ["source", "bbox"], $0) } + [
            .line("text_source", ["source", "text_source"]), .line("sha256", ["source", "sha256"]), duplicate,
            .line("ocr_raw", ["source", "ocr_raw"], as: .json),
        ]

    /// The columns of a target or a result.
    private static func value(_ key: String) -> [ResultColumn] {
        let kinds: KeyValuePairs<String, ResultColumn.Kind> = [
            "text": .text, "kind": .text, "operator": .text, "value": .decimal, "lower": .decimal, "upper": .decimal,
            "unit": .text, "date": .date, "quantities": .json,
        ]
        return kinds.map { .line("\(key)_\($0.key)", [key, $0.key], as: $0.value) }
    }
}

extension ResultTable.Parent {
    fileprivate static let form = ResultTable.Parent(table: "form", key: ["file", "form_id"])
}

extension ResultColumn {
    private init(_ name: String, _ kind: Kind, _ origin: Origin) {
        self.name = name
        self.kind = kind
        self.origin = origin
        chinese = FieldCatalogue.chinese[name] ?? name
    }

    /// - Parameter path: The keys; the name itself when left out.
    fileprivate static func line(_ name: String, _ path: [String]? = nil, as kind: Kind = .text) -> ResultColumn {
        ResultColumn(name, kind, .line(path ?? [name]))
    }

    fileprivate static func element(_ name: String, as kind: Kind = .text) -> ResultColumn {
        ResultColumn(name, kind, .element([name]))
    }

    fileprivate static func place(_ name: String, _ path: [String], _ index: Int) -> ResultColumn {
        ResultColumn(name, .measure, .place(path, index))
    }

    fileprivate static let ordinal = ResultColumn("ordinal", .integer, .ordinal)
    /// Whose quantity it is: `target` or `actual`.
    fileprivate static let owner = ResultColumn("of", .text, .owner)
}
