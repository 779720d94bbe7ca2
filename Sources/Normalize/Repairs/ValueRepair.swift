internal import PageModel

/// Puts the operator, value and unit of an indicator right where the reading of a picture breaks the value grammar.
///
/// What two readings would fit is left as read, with a low confidence.
enum ValueRepair {
    enum Outcome: Equatable {
        case kept
        case mended(String)
        /// Reads well, but can hardly be true.
        case doubtful
    }

    // MARK: Values

    /// A target or an actual result in one cell.
    ///
    /// - Parameters:
    ///   - text: As read.
    ///   - name: The indicator's name: of a rate more than 100 % is a misreading.
    ///   - evidence: The other value of the row, read likewise.
    static func value(_ text: String, name: String, evidence: String) -> Outcome {
        guard text.utf8.count <= 60, text.unicodeScalars.contains(where: \.isDigit) else { return .kept }
        var result = text
        if isUnread(text) || FigureRepair.hasLetters(text) {
            let scalars = FigureRepair.withDigits(Array(text.unicodeScalars))
            for candidate in candidates(of: scalars) where !isUnread(candidate) {
                result = candidate
                break
            }
            if isUnread(result) {
                return looksLikeFigure(text) || hasSpeck(text, name: name) ? .doubtful : .kept
            }
            // What was cut off behind the figure of a rate may have been its percent sign.
            if isRate(name), result.unicodeScalars.last?.isDigit == true { return .doubtful }
        }
        guard let shape = RateShape(result), isRate(name), shape.figure > DecimalNumber(100) else {
            return result == text ? .kept : .mended(result)
        }
        if let other = RateShape(evidence), let mended = shape.withoutDoubledPercent(agreeingWith: other) {
            return .mended(mended)
        }
        if let mended = shape.withOperator() { return .mended(mended) }
        return .doubtful
    }

    private static func isUnread(_ text: String) -> Bool { ValueGrammar.parse(text).kind == .qualitative }

    /// Nothing but figures and signs: a value that the grammar should know.
    private static func looksLikeFigure(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.isHan || $0.isLatin || $0 == ":" || $0 == "：" || $0 == "*" || $0 == "/" }
    }

    private static let doubledPercents = [
        "%%", "％%", "%％", "％％", "%>", "%<", "％>", "％<", "%°", "<%", ">%", "%-",
    ]

    /// A percentage with one Chinese character at an end, which belongs to no phrase: "≥95%小".
    private static func hasSpeck(_ text: String, name: String) -> Bool {
        isRate(name) && text.unicodeScalars.count(where: \.isHan) == 1
            && RateShape(String(joining: text.unicodeScalars.filter { !$0.isHan })) != nil
    }

    /// The text with one misreading after the other undone, the least change first.
    private static func candidates(of scalars: [Unicode.Scalar]) -> [String] {
        var results = [String(joining: scalars)]
        var trimmed = scalars
        FigureRepair.trimSpecks(&trimmed)
        results.append(String(joining: trimmed))
        let text = String(joining: trimmed)
        for ending in ["%0", "%o", "%O", "%。", "0/00", "‰0"] where text.hasSuffix(ending) {
            let figure = text.dropLast(ending.count)
            if figure.last?.isNumber == true { results.append(figure + "‰") }
        }
        for ending in doubledPercents where text.hasSuffix(ending) {
            let figure = text.dropLast(ending.count)
            if figure.last?.isNumber == true { results.append(figure + "%") }
        }
        // "W:=100%": dirt in front of the sign.
        if let start = trimmed.firstIndex(where: { ComparatorWords.sign($0) != nil }), start > 0, start < 4,
            !trimmed[..<start].contains(where: { $0.isHan || $0.isDigit })
        {
            results.append(String(joining: Array(trimmed[start...])))
        }
        if let first = trimmed.first, trimmed.dropFirst().first?.isDigit == true {
            // An equals sign read as the Chinese two, a greater-or-equal sign as a Z.
            let rest = String(joining: Array(trimmed.dropFirst()))
            if first == "二" { results.append("=" + rest) }
            if first == "Z" || first == "z" { results.append("≥" + rest) }
        }
        return results
    }

    // MARK: Columns of operators and units

    /// The sign of an operator column: itself without specks, nil where nothing that compares is in it.
    static func sign(_ text: String) -> String? {
        if RowTexts.isOperator(text) { return text }
        var scalars = Array(text.unicodeScalars)
        FigureRepair.trimSpecks(&scalars)
        scalars.removeAll(where: \.isBlank)
        let bare = String(joining: scalars)
        if RowTexts.isOperator(bare) { return bare }
        return bare == "二" ? "=" : nil
    }

    /// A unit column's text; of one that stands for a percent sign only beside the name of a rate.
    static func unit(_ text: String, name: String) -> Outcome {
        guard text.utf8.count <= 30, !isUnit(text) else { return .kept }
        var scalars = Array(text.unicodeScalars)
        FigureRepair.trimSpecks(&scalars)
        var bare = String(joining: scalars)
        if !bare.isEmpty, isUnit(bare) { return .mended(bare) }
        if percentReadings.contains(bare) || percentReadings.contains(text), isRate(name) { return .mended("%") }
        // "元/人，年"
        bare = String(joining: scalars.map { $0 == "，" || $0 == "," || $0 == "。" ? "." : $0 })
        if bare.contains("/"), isUnit(bare) { return .mended(bare) }
        return bare.unicodeScalars.contains(where: \.isHan) ? .kept : .doubtful
    }

    private static func isUnit(_ text: String) -> Bool {
        let source = FoldedText(text, droppingSpace: true).scalars
        let start = Units.scale(source, at: 0, before: source.count)?.end ?? 0
        return Units.unitEnd(source, at: start, before: source.count) == source.count && text != "°"
    }

    private static let percentReadings: Set<String> = [
        "0%", "%%", "％%", "%％", "％％", "%>", "％>", "<%", "<％", ">%", "%<", "°", "6", "96", "0/0", "o%", "O%", "%6",
        "9%", "%.", ">", "<", "0/o",
    ]

    /// Whether the name says that its value is a share of a whole, which cannot be over 100 %.
    static func isRate(_ name: String) -> Bool {
        let key = withoutNote(labelKey(name))
        guard !growth.contains(where: { key.contains($0) }) else { return false }
        return ["率", "满意度", "知晓度", "比例", "占比"].contains { key.hasSuffix($0) }
    }

    private static let growth = ["增", "提升", "提高", "涨", "上升", "翻", "投入产出", "完成率", "回报", "收益", "倍", "利润"]
}
