/// The words of the forms, ready to be looked up.
///
/// A class, for every reader of a form holds it: a value with this many tables is dear to pass on.
public final class FormDictionary: Sendable {
    private let columns: [String: ColumnRole]
    private let grammar: HeaderGrammar
    private let labelGrammar: LabelGrammar
    private let level1Codes: [String: String]
    private let level2Codes: [String: String]
    private let fundItems: [String: FundItem]
    private let fundColumns: [String: FundRole]
    private let labels: [String: LabelRole]
    private let captions: Set<String>
    private let fundCaptions: Set<String>
    private let fundPrefixes: [String]
    private let sourceEndings: [String]
    private let unitLabels: Set<String>
    private let placeholders: [String]
    private let notes: Set<String>
    let titles: TitleRules
    /// For text read from pictures: what a header, a level or a label may be a misreading of.
    let columnTerms: TermMatcher
    let levelTerms: TermMatcher
    let labelTerms: TermMatcher
    /// A text with more bytes is no word of the dictionary: paragraphs are not looked up.
    private let longestWord = 150
    /// What was found of the texts of the forms read so far: each row is asked for the same words several times.
    private let knownColumns = WordMemo<ColumnRole?>()
    private let knownLevels = WordMemo<[ColumnRole]?>()
    private let knownLabels = WordMemo<LabelRole?>()
    private let knownFundColumns = WordMemo<FundRole?>()
    private let knownFundItems = WordMemo<FundItem?>()
    private let knownLevel1Codes = WordMemo<String?>()
    private let knownLevel2Codes = WordMemo<String?>()
    private let knownCaptions = WordMemo<Bool>()
    private let knownFundCaptions = WordMemo<Bool>()
    private let knownWords = WordMemo<Bool>()

    /// The dictionary that comes with the program.
    public static let builtIn: FormDictionary = {
        do {
            return FormDictionary(try builtInSource())
        } catch {
            preconditionFailure("The built-in form dictionary is broken: \(error)")
        }
    }()

    /// The built-in dictionary with a user's words added.
    ///
    /// - Parameters:
    ///   - yaml: Text of the user's file.
    ///   - name: Its name, for messages.
    public static func builtIn(extendedBy yaml: String, name: String) throws(DictionaryError) -> FormDictionary {
        var source = try builtInSource()
        source.merge(try DictionarySource(yaml: yaml, name: name))
        return FormDictionary(source)
    }

    private static func builtInSource() throws(DictionaryError) -> DictionarySource {
        try DictionarySource(
            yaml: String(decoding: PackageResources.forms_yaml, as: UTF8.self), name: "The built-in dictionary")
    }

    init(_ source: DictionarySource) {
        columns = Self.table(source.words[.columns]) { ColumnRole(rawValue: $0) }
        grammar = HeaderGrammar(source)
        labelGrammar = LabelGrammar(source)
        level1Codes = Self.table(source.words[.level1], key: levelKey) { $0 }
        level2Codes = Self.table(source.words[.level2], key: levelKey) { $0 }
        fundItems = Self.table(source.words[.fundItems]) { FundItem(rawValue: $0) }
        fundColumns = Self.table(source.words[.fundColumns]) { FundRole(rawValue: $0) }
        labels = Self.table(source.words[.labels]) { LabelRole(rawValue: $0) }
        captions = Set((source.lists[.captions] ?? []).map(labelKey))
        fundCaptions = Set((source.lists[.fundCaptions] ?? []).map(labelKey))
        fundPrefixes = (source.lists[.fundPrefixes] ?? []).map(labelKey)
        sourceEndings = (source.lists[.sourceEndings] ?? []).map(labelKey)
        unitLabels = Set((source.lists[.unitLabels] ?? []).map(labelKey))
        placeholders = (source.lists[.placeholders] ?? []).map(labelKey)
        notes = Set((source.lists[.notes] ?? []).map(labelKey))
        titles = TitleRules(source)
        columnTerms = TermMatcher(source.allWords(in: .columns) + (source.lists[.captions] ?? []))
        let levels = source.allWords(in: .level1) + source.allWords(in: .level2) + (source.lists[.levelLabels] ?? [])
        levelTerms = TermMatcher(levels + levels.map { $0 + "指标" })
        // The sources of money that forms name in their own words differ in one character at times: 省级, 市级, 州级.
        let sections = [DictionarySource.ListSection.captions, .fundCaptions, .unitLabels]
        let lists = sections.flatMap { source.lists[$0] ?? [] }
        labelTerms = TermMatcher(
            source.allWords(in: .labels) + source.allWords(in: .fundColumns)
                + source.allWords(in: .fundItems, besides: FundItem.other.rawValue) + lists)
    }

    /// Turns key → words into word → value; of a word under several keys the last key in alphabetical order wins.
    private static func table<Value>(
        _ words: [String: [String]]?, key: (String) -> String = labelKey, value: (String) -> Value?
    ) -> [String: Value] {
        var table: [String: Value] = [:]
        // In the order of their names, so that a word listed twice means the same in every run.
        for (name, list) in (words ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let value = value(name) else { continue }
            for word in list { table[key(word)] = value }
        }
        return table
    }

    /// What a header cell of the indicator table announces, nil for a word that is not known.
    func column(_ header: String) -> ColumnRole? { remembered(header, in: knownColumns, findColumn) }

    private func findColumn(_ header: String) -> ColumnRole? {
        if let role = lookUp(header, in: columns) {
            // "实际值（上年）" is another year's, though 实际值 is known.
            return grammar.isOfAnotherYear(labelKey(header)) ? nil : role
        }
        return reading(of: header)?.role
    }

    /// What the ending of a header that is not known announces: 全市指标值 ends in 指标值; nil where no ending is known.
    func column(endingIn header: String) -> ColumnRole? {
        guard header.utf8.count <= longestWord else { return nil }
        let key = Array(withoutNote(labelKey(header)))
        // The last character alone says nothing; what stands before the ending must be words, and not the ending again, as
        // where a header is broken.
        for start in key.indices.dropFirst().dropLast() {
            guard let role = column(String(key[start...])) else { continue }
            let before = key[..<start]
            return before.allSatisfy { $0.isLetter || $0.isNumber } && column(String(before)) == nil ? role : nil
        }
        return nil
    }

    /// Whether a header names the stage of a plan, as 年初 and 调整 do.
    func namesStage(_ header: String) -> Bool {
        header.utf8.count <= longestWord && grammar.holds([.initial, .adjusted], in: labelKey(header))
    }

    /// Whether a header speaks of a part of the year or of another one.
    func speaksOfOtherTimes(_ header: String) -> Bool {
        header.utf8.count <= longestWord && grammar.holds([.other, .part], in: labelKey(header))
    }

    /// The levels that a header names, both in its cells: "二级指标—三级指标"; empty for any other.
    func levels(in header: String) -> [ColumnRole] {
        remembered(header, in: knownLevels) { grammar.levels(in: labelKey($0)) } ?? []
    }

    /// Whether a header speaks of another time, of what was done or of a judgement.
    func speaksOfOthers(_ header: String) -> Bool {
        header.utf8.count <= longestWord && grammar.speaksOfOthers(labelKey(header))
    }

    /// How far a column's header says that it holds the value in force, against others of its role.
    ///
    /// First by what its qualifiers say, then by the year that it names.
    func rank(_ header: String) -> Int {
        guard let reading = reading(of: header) else { return HeaderGrammar.usualRank * 10_000 }
        return reading.rank * 10_000 + reading.year
    }

    private func reading(of header: String) -> HeaderGrammar.Reading? {
        header.utf8.count <= longestWord ? grammar.reading(of: labelKey(header)) : nil
    }

    /// Whether a header ends in a noun of the grammar, whatever stands before it.
    func endsInHeaderNoun(_ header: String) -> Bool {
        header.utf8.count <= longestWord && grammar.endsInNoun(labelKey(header))
    }

    func fundColumn(_ header: String) -> FundRole? { remembered(header, in: knownFundColumns, findFundColumn) }

    private func findFundColumn(_ header: String) -> FundRole? {
        if let role = lookUp(header, in: fundColumns) { return role }
        // 项目支出 is a source, and not what was spent.
        if lookUp(header, in: fundItems) != nil { return nil }
        return grammar.fundColumn(of: labelKey(header))
    }

    func label(_ text: String) -> LabelRole? {
        remembered(text, in: knownLabels) { lookUp($0, in: labels) ?? labelGrammar.role(of: labelKey($0)) }
    }

    /// The roles of a label that is two, the second one in brackets or behind a stroke: "项目单位（项目名称）".
    func labels(in text: String) -> Set<LabelRole> {
        if let role = label(text) { return [role] }
        guard text.utf8.count <= longestWord else { return [] }
        return Set(labelKey(text).split { "()/、".contains($0) }.compactMap { label(String($0)) })
    }

    /// The role of the label that a text is the beginning of: of labels set without lines the end may be lost.
    ///
    /// Nil when it is too short to tell, or could be labels of several roles.
    func label(beginning text: String) -> LabelRole? {
        guard text.utf8.count <= longestWord else { return nil }
        let key = labelKey(text)
        guard key.count >= 3 else { return nil }
        let roles = Set(labels.filter { $0.key.hasPrefix(key) }.map(\.value))
        return roles.count == 1 ? roles.first : nil
    }

    func isCaption(_ text: String) -> Bool { contains(text, in: captions, knownCaptions) }

    /// A caption of the indicators themselves: 绩效指标, 年度绩效指标.
    func isIndicatorCaption(_ text: String) -> Bool {
        isCaption(text) && withoutNote(labelKey(text)).closes(with: "指标")
    }

    func isFundCaption(_ text: String) -> Bool { contains(text, in: fundCaptions, knownFundCaptions) }

    /// Whether a header ends in a noun of the funding block's columns, whatever stands before it.
    func endsInFundNoun(_ header: String) -> Bool {
        header.utf8.count <= longestWord && grammar.endsInFundNoun(labelKey(header))
    }

    /// A source of money in a form's own words, by its ending: 市县资金, 企业自筹.
    func looksLikeSource(_ label: String) -> Bool {
        guard label.utf8.count <= longestWord else { return false }
        let key = withoutNote(labelKey(label))
        return sourceEndings.contains { key.closes(with: $0) }
    }

    /// A caption that is no word of the dictionary, made of the words of the funding block.
    func looksLikeFundCaption(_ text: String) -> Bool {
        text.utf8.count <= longestWord && grammar.isOfFunds(labelKey(text))
    }

    /// "其中" alone, before the parts of a sum.
    func isFundPrefix(_ text: String) -> Bool {
        text.utf8.count <= longestWord && fundPrefixes.contains(labelKey(text))
    }

    /// "其中：财政拨款": a part, of which there may be more than the form prints.
    func beginsWithFundPrefix(_ text: String) -> Bool {
        guard text.utf8.count <= longestWord else { return false }
        let key = labelKey(text)
        return fundPrefixes.contains { key.hasPrefix($0) }
    }

    func isNote(_ text: String) -> Bool { text.utf8.count <= longestWord && notes.contains(labelKey(text)) }

    func isUnitLabel(_ text: String) -> Bool { text.utf8.count <= longestWord && unitLabels.contains(labelKey(text)) }

    /// The source of money that a label of the funding block names; nil for an unknown word.
    func fundItem(_ label: String) -> FundItem? { remembered(label, in: knownFundItems, findFundItem) }

    private func findFundItem(_ label: String) -> FundItem? {
        var key = labelKey(label)
        for prefix in fundPrefixes where key.hasPrefix(prefix) {
            key = String(key.dropFirst(prefix.count).drop { $0 == ":" || $0 == "," })
        }
        // "1.财政拨款", "(1)财政拨款"
        key = withoutNumbering(key)
        return lookUp(key, in: fundItems) ?? grammar.fundItem(of: key)
    }

    /// The level's code, nil for a label of the form's own.
    func level1Code(_ label: String) -> String? { code(of: label, in: level1Codes, knownLevel1Codes) }

    func level2Code(_ label: String) -> String? { code(of: label, in: level2Codes, knownLevel2Codes) }

    /// A label is found whatever the length of the note behind it.
    private func code(of label: String, in codes: [String: String], _ memo: WordMemo<String?>) -> String? {
        label.utf8.count <= longestWord ? memo.answer(for: label) { codes[levelKey($0)] } : codes[levelKey(label)]
    }

    /// "效益指标分", "产出指标So分C": a known label that ends in 指标, with more behind it that is no bracketed note.
    func isLevelWithMore(_ label: String) -> Bool {
        guard level1Code(label) == nil, level2Code(label) == nil else { return false }
        return label.indices.dropLast().contains { index in
            let known = label[...index]
            return known.closes(with: "指标") && (level1Code(String(known)) != nil || level2Code(String(known)) != nil)
        }
    }

    /// "指标2：", "……": a line that the form leaves empty.
    func isPlaceholder(_ text: String) -> Bool {
        guard text.utf8.count <= longestWord else { return false }
        let key = labelKey(text).filter { !$0.isNumber && $0 != "." && $0 != "、" }
        return key.isEmpty || placeholders.contains { key == $0 }
    }

    /// "……" and the like in a value's place; figures are values.
    func isPlaceholderMark(_ text: String) -> Bool {
        text.utf8.count <= longestWord && placeholders.contains(labelKey(text))
    }

    /// Whether a text is a word of a form at all, by what the caller knows of it besides this dictionary.
    ///
    /// - Parameter find: A function of the text and this dictionary alone; the same in every call.
    func isWord(_ text: String, _ find: (String) -> Bool) -> Bool {
        text.utf8.count <= longestWord ? knownWords.answer(for: text, find) : find(text)
    }

    /// What is found of a text that may be a word, nil for a longer one.
    private func remembered<Value>(
        _ text: String, in memo: WordMemo<Value?>, _ find: (String) -> Value?
    ) -> Value? {
        text.utf8.count <= longestWord ? memo.answer(for: text, find) : nil
    }

    /// Whole key first, then without a bracketed note at its end.
    private func lookUp<Value>(_ text: String, in table: [String: Value]) -> Value? {
        guard text.utf8.count <= longestWord else { return nil }
        let key = labelKey(text)
        if let value = table[key] { return value }
        let bare = withoutNote(key)
        return bare == key ? nil : table[bare]
    }

    private func contains(_ text: String, in set: Set<String>, _ memo: WordMemo<Bool>) -> Bool {
        guard text.utf8.count <= longestWord else { return false }
        return memo.answer(for: text) { text in
            let key = labelKey(text)
            return set.contains(key) || set.contains(withoutNote(key))
        }
    }
}

extension FormDictionary {
    /// Whether a header of an indicator table is known, also one that is known to be no field of a record.
    package func knows(header: String) -> Bool { column(header) != nil || speaksOfOthers(header) }

    /// Whether a label of the head or foot is known.
    package func knows(label text: String) -> Bool { label(text) != nil }

    /// Whether a source of money is known.
    package func knows(source: String) -> Bool { fundItem(source) != nil }

    /// The keys of a section that hold words.
    ///
    /// - Parameter section: `columns`, `labels` or `funds` (its items).
    package static func keys(of section: String) -> [String] {
        switch section {
        case "columns": DictionarySource.Section.columns.keys
        case "labels": DictionarySource.Section.labels.keys
        case "funds": DictionarySource.Section.fundItems.keys
        default: []
        }
    }
}

/// The key of a level's label: without a bracketed weight, and without 指标 at its end.
func levelKey(_ label: String) -> String {
    let key = withoutNote(labelKey(label))
    return key.unicodeScalars.count > 2 && key.closes(with: "指标") ? String(key.dropLast(2)) : key
}

/// The key without bracketed notes at its end: "年度指标值(A)" → "年度指标值", "分值(10分)" → "分值".
func withoutNote(_ key: String) -> String {
    var key = key[...]
    // Byte by byte: this runs for every text that is looked up.
    let (opening, closing, colon) = (UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"))
    while key.utf8.last == closing, let open = key.utf8.lastIndex(of: opening), open != key.startIndex {
        key = key[..<open]
        while key.utf8.last == colon { key = key[..<key.utf8.index(before: key.endIndex)] }
    }
    return String(key)
}

/// The key without a number at its start: "1.", "(2)", "3、", "一、".
func withoutNumbering(_ key: String) -> String {
    let numerals = "0123456789一二三四五六七八九十"
    var rest = key[...]
    if rest.first == "(" { rest = rest.dropFirst() }
    let digits = rest.prefix { numerals.contains($0) }
    guard !digits.isEmpty else { return key }
    rest = rest.dropFirst(digits.count)
    guard let mark = rest.first, ".、)．:".contains(mark) else { return key }
    rest = rest.dropFirst()
    if rest.first == "、" { rest = rest.dropFirst() }
    return rest.isEmpty ? key : String(rest)
}
