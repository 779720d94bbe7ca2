/// Reads headers that are no known word by what they are made of: qualifiers before a head noun.
///
/// "2024年度调整后指标值" is the noun 指标值 with a year and 调整后: the target that is in force. Nouns and qualifiers are
/// data (`header_nouns`, `header_qualifiers` of the form dictionary); a header with any other part is not understood.
struct HeaderGrammar: Sendable {
    /// What a noun at the end of a header says.
    enum Noun: String, Hashable, CaseIterable {
        /// A value, planned unless a qualifier says otherwise.
        case value
        /// What is to be reached, with a qualifier that says that it is planned: 应达标准, 预期达到水平.
        case standard
        /// What was reached, unless a qualifier says that it is planned.
        case done
        /// A level of the indicators, by the ordinal before it: 一级绩效目标.
        case level
        /// The name of an indicator without an ordinal: 绩效指标名称, 考核内容.
        case name
        /// A kind of indicators: 指标类别.
        case kind
        case unit
        case weight
        case score
        case varianceReason = "variance_reason"
        /// A reason with a qualifier of judging: 扣分说明.
        case explanation
        case remark
    }

    /// What a qualifier says.
    enum Qualifier: String, Hashable, CaseIterable {
        case planned
        /// Planned before a value; before what was reached it says of what: 目标完成值.
        case aim
        case actual
        /// Of the whole year.
        case whole
        /// Of the year at hand.
        case year
        /// As it was set at the beginning.
        case initial
        /// As it was changed later: what is in force.
        case adjusted
        /// Of a part of the year.
        case part
        /// Of another year.
        case other
        /// Of a judgement: before a reason or a score, never before a value.
        case judging
        /// 一级 and 二级, 三级 and what lies below.
        case first
        case second
        case third
        /// Says nothing about the role.
        case filler
        /// Says of which money an amount is; never stands before an indicator's value.
        case money
    }

    /// What a noun at the end of a header of the funding block says.
    enum FundNoun: String, Hashable, CaseIterable {
        case amount
        case budget
        case executed
        /// Executed where a qualifier says that it was: 实际支出, 决算支出.
        case spent
        case executionRate = "execution_rate"
    }

    /// What a header says of its column.
    struct Reading: Hashable {
        var role: ColumnRole
        /// Of two columns of one role the one with the higher rank holds the value in force.
        var rank: Int
        /// The year that it names; 0 for none.
        var year = 0
    }

    /// Of a header without qualifiers of time.
    static let usualRank = 2

    private let nouns: GrammarWords<Noun>
    private let fundNouns: GrammarWords<FundNoun>
    private let itemNouns: GrammarWords<FundItem>
    private let qualifiers: GrammarWords<Qualifier>
    /// Longer texts are sentences.
    private let longestHeader = 20

    init(_ source: DictionarySource) {
        nouns = GrammarWords(source.words[.headerNouns]) { Noun(rawValue: $0) }
        fundNouns = GrammarWords(source.words[.fundNouns]) { FundNoun(rawValue: $0) }
        itemNouns = GrammarWords(source.words[.fundItemNouns]) { FundItem(rawValue: $0) }
        qualifiers = GrammarWords(source.words[.headerQualifiers]) { Qualifier(rawValue: $0) }
    }

    /// What a header says; nil when a part of it is not known.
    ///
    /// - Parameter key: As `labelKey` gives it.
    func reading(of key: String) -> Reading? {
        guard !isOfAnotherYear(key) else { return nil }
        return plainReading(of: key) ?? joinedReading(of: key)
    }

    private static let joints = Set("及和与或、/—-")

    /// "偏差原因及整改措施": several phrases of one role.
    private func joinedReading(of key: String) -> Reading? {
        let parts = key.split { Self.joints.contains($0) }.map(String.init)
        guard parts.count > 1, let first = plainReading(of: parts[0]) else { return nil }
        // Whatever stands behind a reason goes with it: "未完成原因及下一步打算".
        let isOne =
            first.role == .varianceReason
            || parts.dropFirst().allSatisfy { plainReading(of: $0)?.role == first.role }
        return isOne ? first : nil
    }

    /// Whether a header names two levels that stand in its cells: "二级指标—三级指标".
    func levels(in key: String) -> [ColumnRole] {
        let parts = key.split { "/、—-－".contains($0) }.map(String.init)
        let roles = parts.compactMap { plainReading(of: $0)?.role }
        return roles.count == parts.count && roles.allSatisfy(\.isLevel) ? roles : []
    }

    /// Whether a part of a header speaks of another time, of what was done or of a judgement: its values are no targets.
    func speaksOfOthers(_ key: String) -> Bool {
        let text = Array(key)
        let telling: Set<Qualifier> = [.other, .part, .judging, .actual]
        let words = qualifiers.words { telling.contains($0) } + nouns.words { $0 == .done }
        return text.indices.contains { start in
            words.contains { text[start...].starts(with: $0) }
                || Self.months(at: text[start...]).map { !$0.isWholeYear } ?? false
        }
    }

    /// Whether one of these qualifiers stands anywhere in a header.
    func holds(_ wanted: Set<Qualifier>, in key: String) -> Bool {
        let text = Array(key)
        let words = qualifiers.words { wanted.contains($0) }
        return text.indices.contains { start in words.contains { text[start...].starts(with: $0) } }
    }

    private func plainReading(of key: String) -> Reading? {
        let text = Self.withoutBrackets(key)
        for (noun, found) in phrases(in: text, nouns: nouns) where !found.contains(.money) {
            if var reading = Self.reading(noun, found) {
                reading.year = Self.lastYear(in: text)
                return reading
            }
        }
        return nil
    }

    /// Whether the last part of a header is a noun.
    func endsInNoun(_ key: String) -> Bool { ends(key, in: nouns) }

    /// Whether the last part of a header is a noun of the funding block.
    func endsInFundNoun(_ key: String) -> Bool { ends(key, in: fundNouns) }

    private func ends<Word>(_ key: String, in words: GrammarWords<Word>) -> Bool {
        let text = Self.withoutBrackets(key)
        return text.count <= longestHeader && !words.ending(text).isEmpty
    }

    /// What a header of the funding block says; nil when a part of it is not known, and for the money of a part of the
    /// year, of another year, or expected to be spent: no field of a line is for these.
    ///
    /// - Parameter key: As `labelKey` gives it.
    func fundColumn(of key: String) -> FundRole? {
        let text = Self.withoutBrackets(key)
        guard let (noun, found) = phrases(in: text, nouns: fundNouns).first else { return nil }
        guard found.isDisjoint(with: [.part, .other, .judging]) else { return nil }
        switch noun {
        case .amount: return .amount
        case .budget: return found.isDisjoint(with: [.adjusted, .whole]) ? .initialBudget : .adjustedBudget
        case .spent: return found.contains(.actual) ? .executed : nil
        case .executed: return found.contains(.planned) ? nil : .executed
        case .executionRate: return found.contains(.planned) ? nil : .executionRate
        }
    }

    /// Whether a text is made of nothing but the words of the funding block: "年度预算申请", "项目资金安排情况".
    func isOfFunds(_ key: String) -> Bool {
        let text = Self.withoutBrackets(key)
        guard !text.isEmpty, text.count <= longestHeader else { return false }
        if !phrases(in: text, nouns: fundNouns).isEmpty || !phrases(in: text, nouns: itemNouns).isEmpty { return true }
        return qualifiers(in: text[...])?.isDisjoint(with: [.money, .aim]) == false
    }

    /// Which source of money a label of the funding block names by its noun, nil when a part of it is not known.
    func fundItem(of key: String) -> FundItem? {
        phrases(in: Self.withoutBrackets(key), nouns: itemNouns).first { found in
            found.qualifiers.isDisjoint(with: [.part, .other, .judging])
        }?.noun
    }

    /// The ways to read a text as qualifiers before one of the nouns, the longest noun first.
    private func phrases<Word>(
        in text: [Character], nouns: GrammarWords<Word>
    ) -> [(noun: Word, qualifiers: Set<Qualifier>)] {
        guard !text.isEmpty, text.count <= longestHeader else { return [] }
        return nouns.ending(text).compactMap { word, noun in
            qualifiers(in: text.dropLast(word.count)).map { (noun, $0) }
        }
    }

    private static func reading(_ noun: Noun, _ found: Set<Qualifier>) -> Reading? {
        guard !found.contains(.other) else { return nil }
        let role: ColumnRole
        switch noun {
        case .value:
            guard !found.contains(.judging), !found.isSuperset(of: [.planned, .actual]) else { return nil }
            // 二级目标 is a level, and no value.
            guard found.isDisjoint(with: [.first, .second, .third]) else { return nil }
            role = found.contains(.actual) ? .actual : .target
        case .standard:
            guard found.contains(.planned), found.isDisjoint(with: [.judging, .actual]) else { return nil }
            role = .target
        case .done:
            guard !found.contains(.judging) else { return nil }
            role = found.contains(.planned) && !found.contains(.actual) ? .target : .actual
        case .level, .name, .kind:
            guard let level = level(noun, found) else { return nil }
            role = level
        case .unit: role = .unit
        case .weight: role = .weight
        case .score: role = .score
        case .varianceReason: role = .varianceReason
        case .explanation:
            guard found.contains(.judging) else { return nil }
            role = .varianceReason
        case .remark: role = .remark
        }
        // What is expected to be done by the year's end is no target beside one.
        return Reading(role: role, rank: noun == .done && role == .target ? 0 : rank(found))
    }

    private static func level(_ noun: Noun, _ found: Set<Qualifier>) -> ColumnRole? {
        let ordinals: [(Qualifier, ColumnRole)] = [(.first, .level1), (.second, .level2), (.third, .level3)]
        let named = ordinals.filter { found.contains($0.0) }
        guard found.isDisjoint(with: [.planned, .actual, .judging, .other, .part]), named.count <= 2 else { return nil }
        // "一级指标/二级指标": both stand in the cells of the first.
        if let role = named.first?.1 { return named.count == 1 || role == .level1 ? role : nil }
        switch noun {
        case .name: return .level3
        case .kind: return .level1
        default: return nil
        }
    }

    private static func rank(_ found: Set<Qualifier>) -> Int {
        // A score that somebody else gave goes behind the form's own.
        if !found.isDisjoint(with: [.part, .judging]) { return 0 }
        if found.contains(.adjusted) { return 4 }
        if found.contains(.initial) { return 1 }
        return found.isDisjoint(with: [.year, .whole]) ? usualRank : 3
    }

    /// The qualifiers that make up a text; nil when anything else is left over.
    private func qualifiers(in text: ArraySlice<Character>) -> Set<Qualifier>? {
        var rest = text
        var found: Set<Qualifier> = []
        while !rest.isEmpty {
            if let months = Self.months(at: rest) {
                found.insert(months.isWholeYear ? .whole : .part)
                rest = rest.dropFirst(months.length)
            } else if let year = Self.year(at: rest) {
                found.insert(.year)
                rest = rest.dropFirst(year)
            } else if let match = qualifiers.starting(rest) {
                found.insert(match.value)
                rest = rest.dropFirst(match.word.count)
            } else {
                return nil
            }
        }
        return found
    }

    /// The length of "2024年" or "2024年度" at a text's start.
    static func year(at text: ArraySlice<Character>) -> Int? {
        let digits = text.prefix(while: \.isASCIIDigit)
        guard digits.count == 4, text.dropFirst(4).first == "年" else { return nil }
        return text.dropFirst(5).first == "度" ? 6 : 5
    }

    /// The length of "1-6月", "1至9月", "12月底" or "6月" at a text's start, and whether it ends with the year.
    private static func months(at text: ArraySlice<Character>) -> (length: Int, isWholeYear: Bool)? {
        var rest = text
        func takeNumber() -> Int? {
            let digits = rest.prefix(while: \.isASCIIDigit)
            guard 1...2 ~= digits.count else { return nil }
            rest = rest.dropFirst(digits.count)
            return Int(String(digits))
        }
        guard let first = takeNumber() else { return nil }
        var last = first
        if let mark = rest.first, "-—~至".contains(mark) {
            rest = rest.dropFirst()
            guard let end = takeNumber() else { return nil }
            last = end
        }
        guard rest.first == "月" else { return nil }
        rest = rest.dropFirst()
        if let end = rest.first, "份底末".contains(end) { rest = rest.dropFirst() }
        return (text.count - rest.count, last == 12)
    }

    /// "完成值(上年)": the bracket names another year.
    func isOfAnotherYear(_ key: String) -> Bool {
        guard key.utf8.contains(UInt8(ascii: "(")) else { return false }
        let brackets = key.split(separator: "(").dropFirst().map { Array($0.prefix { $0 != ")" }) }
        let others = qualifiers.words { $0 == .other }
        return brackets.contains { content in
            others.contains { content.starts(with: $0) }
        }
    }

    private static func lastYear(in text: [Character]) -> Int {
        text.indices.compactMap { index in
            year(at: text[index...]).flatMap { _ in Int(String(text[index..<index + 4])) }
        }.max() ?? 0
    }

    /// The characters outside brackets: what stands in them is a unit, a letter or another word for the same.
    static func withoutBrackets(_ key: String) -> [Character] {
        // Most keys have none of the signs, which are few bytes to look for.
        guard key.utf8.contains(where: { "()/".utf8.contains($0) }) || key.holds("、") else { return Array(key) }
        var depth = 0
        return key.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth = max(0, depth - 1) } }
            return depth == 0 && character != ")" && character != "、" && character != "/"
        }.map { $0 }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
