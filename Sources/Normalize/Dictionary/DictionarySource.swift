internal import Yams

/// The form dictionary as it stands in a YAML file: sections of words, nothing looked up yet.
struct DictionarySource: Equatable {
    struct KindRule: Equatable {
        var kind: FormKind
        /// All must stand in the title; each is a list of alternatives.
        var all: [[String]]
    }

    var titleWords: [String] = []
    var titleEndings: [String] = []
    var attachmentMarks: [String] = []
    var kinds: [KindRule] = []
    /// Section name → key → words, for the sections that are plain word lists.
    var words: [Section: [String: [String]]] = [:]
    /// Sections that are one list of words.
    var lists: [ListSection: [String]] = [:]

    enum Section: String, CaseIterable {
        case columns
        case level1
        case level2
        case fundItems = "funds.items"
        case fundColumns = "funds.columns"
        case labels
        /// What the last part of a header that is no known word says.
        case headerNouns = "header_nouns"
        /// What the parts before it say.
        case headerQualifiers = "header_qualifiers"
        /// The nouns of the funding block's columns and lines, with the same qualifiers.
        case fundNouns = "funds.column_nouns"
        case fundItemNouns = "funds.item_nouns"

        /// The keys that the program understands.
        var keys: [String] {
            switch self {
            case .columns: ColumnRole.allCases.map(\.rawValue)
            case .level1: ["output", "benefit", "satisfaction", "cost", "input", "process"]
            case .level2:
                [
                    "quantity", "quality", "timeliness", "cost", "economic_cost", "social_cost", "ecological_cost",
                    "economic_benefit", "social_benefit", "ecological_benefit", "sustainable_impact", "satisfaction",
                    "target_setting", "budget_allocation", "budget_execution", "budget_management",
                    "asset_management",
                ]
            case .fundItems: FundItem.allCases.map(\.rawValue)
            case .fundColumns: FundRole.allCases.map(\.rawValue)
            case .labels: LabelRole.allCases.map(\.rawValue)
            case .headerNouns: HeaderGrammar.Noun.allCases.map(\.rawValue)
            case .fundNouns: HeaderGrammar.FundNoun.allCases.map(\.rawValue)
            case .fundItemNouns: FundItem.allCases.map(\.rawValue)
            case .headerQualifiers: HeaderGrammar.Qualifier.allCases.map(\.rawValue)
            }
        }
    }

    enum ListSection: String, CaseIterable {
        case captions
        case unitLabels = "unit_labels"
        /// Labels of levels without a code.
        case levelLabels = "level_labels"
        case placeholders
        case notes
        case fundCaptions = "funds.captions"
        case fundPrefixes = "funds.prefixes"
        /// What sources of money in a form's own words end in.
        case sourceEndings = "funds.source_endings"
        /// What may stand before a label of the head.
        case labelQualifiers = "label_qualifiers"
    }

    /// Reads the YAML text.
    ///
    /// - Parameter name: The file's name for messages.
    /// - Throws: `DictionaryError` for text that is no YAML, an unknown key (with the nearest known one) or a wrong type.
    init(yaml: String, name: String) throws(DictionaryError) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw DictionaryError("\(name) is not readable as YAML: \(error)")
        }
        guard let node else { return }
        var reader = YAMLReader(name: name)
        try read(reader.mapping(node, at: "the top level"), with: &reader)
    }

    private mutating func read(
        _ top: [(key: String, value: Node)], with reader: inout YAMLReader
    ) throws(DictionaryError) {
        let known = [
            "titles", "columns", "level1", "level2", "level_labels", "funds", "labels", "captions", "unit_labels",
            "placeholders", "notes", "header_nouns", "header_qualifiers", "label_qualifiers",
        ]
        for (key, value) in top {
            try reader.check(key, among: known, in: "the top level")
            switch key {
            case "titles": try readTitles(value, with: &reader)
            case "funds":
                let parts = try reader.mapping(value, at: "funds")
                for (part, inner) in parts {
                    try reader.check(
                        part,
                        among: [
                            "captions", "items", "prefixes", "columns", "column_nouns", "item_nouns", "source_endings",
                        ],
                        in: "funds")
                    try readWords(inner, section: "funds." + part, with: &reader)
                }
            default: try readWords(value, section: key, with: &reader)
            }
        }
    }

    private mutating func readTitles(_ node: Node, with reader: inout YAMLReader) throws(DictionaryError) {
        for (key, value) in try reader.mapping(node, at: "titles") {
            try reader.check(key, among: ["words", "endings", "attachment_marks", "kinds"], in: "titles")
            switch key {
            case "words": titleWords += try reader.strings(value, at: "titles.words")
            case "endings": titleEndings += try reader.strings(value, at: "titles.endings")
            case "attachment_marks": attachmentMarks += try reader.strings(value, at: "titles.attachment_marks")
            default: kinds += try readKinds(value, with: &reader)
            }
        }
    }

    private func readKinds(_ node: Node, with reader: inout YAMLReader) throws(DictionaryError) -> [KindRule] {
        var rules: [KindRule] = []
        for entry in try reader.sequence(node, at: "titles.kinds") {
            var kind: FormKind?
            var all: [[String]] = []
            for (key, value) in try reader.mapping(entry, at: "titles.kinds") {
                try reader.check(key, among: ["kind", "all"], in: "titles.kinds")
                if key == "kind" {
                    let name = try reader.string(value, at: "titles.kinds.kind")
                    try reader.check(name, among: FormKind.allCases.map(\.rawValue), in: "titles.kinds.kind")
                    kind = FormKind(rawValue: name)
                } else {
                    for words in try reader.strings(value, at: "titles.kinds.all") {
                        all.append(words.split(separator: "|").map(String.init))
                    }
                }
            }
            guard let kind, !all.isEmpty else {
                throw DictionaryError("\(reader.name): every entry of titles.kinds needs `kind` and `all`.")
            }
            rules.append(KindRule(kind: kind, all: all))
        }
        return rules
    }

    private mutating func readWords(
        _ node: Node, section name: String, with reader: inout YAMLReader
    ) throws(DictionaryError) {
        if let section = ListSection(rawValue: name) {
            lists[section, default: []] += try reader.strings(node, at: name)
        } else if let section = Section(rawValue: name) {
            for (key, value) in try reader.mapping(node, at: name) {
                try reader.check(key, among: section.keys, in: name)
                words[section, default: [:]][key, default: []] += try reader.strings(value, at: "\(name).\(key)")
            }
        }
    }

    /// The words of a section under all its keys.
    func allWords(in section: Section, besides key: String? = nil) -> [String] {
        (words[section] ?? [:]).filter { $0.key != key }.flatMap(\.value)
    }

    /// Adds another file's entries behind these; its kind rules go first, so that they win.
    mutating func merge(_ other: DictionarySource) {
        titleWords += other.titleWords
        titleEndings += other.titleEndings
        attachmentMarks += other.attachmentMarks
        kinds = other.kinds + kinds
        words.merge(other.words) { mine, theirs in mine.merging(theirs) { $0 + $1 } }
        lists.merge(other.lists) { $0 + $1 }
    }
}
