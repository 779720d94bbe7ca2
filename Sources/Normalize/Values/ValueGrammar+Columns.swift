internal import PageModel

extension ValueGrammar {
    /// Reads a value whose operator and unit stand in columns of their own.
    ///
    /// The text is operator, value and unit as printed, without spaces between them; a sign or unit that the value cell
    /// repeats is not doubled. 定性 as operator gives the value cell alone.
    ///
    /// - Returns: Nil where the columns hold no value (blank cells, "-", "/"; a unit or a comparator alone).
    public static func parse(value: String?, operatorText: String?, unitText: String?) -> IndicatorValue? {
        let sign = cleaned(operatorText).flatMap { wordsWithoutSign.contains($0) ? nil : $0 }
        let unit = cleaned(unitText).flatMap { wordsWithoutUnit.contains($0) ? nil : $0 }
        guard let figure = cleaned(value) else { return shifted(sign: sign, unit: unit) }
        if cleaned(operatorText) == "定性" { return parsed(figure, sign: nil, unit: unit, text: figure) }
        return parsed(figure, sign: sign, unit: unit, text: joined(sign, figure, unit))
    }

    /// What an operator column holds where it speaks of something else than a comparison.
    private static let wordsWithoutSign: Set<String> = ["定性", "定量", "正向", "反向", "逆向", "负向"]
    private static let wordsWithoutUnit: Set<String> = ["无"]

    private static func parsed(_ figure: String, sign: String?, unit: String?, text: String) -> IndicatorValue {
        let whole = parse(text)
        if whole.kind == .date { return whole }
        let alone = parse(figure)
        var result: IndicatorValue
        switch alone.kind {
        case .quantity, .range:
            // "12 | 个月" and "95 | %以上" are plainer put together.
            guard let unit, alone.unit == nil, !unitHoldsMore(unit) else {
                return whole.kind == .qualitative && text == figure ? alone : whole
            }
            result = alone.taking(unit: unit)
        case .date: result = alone
        case .qualitative: return whole
        }
        if let sign {
            guard let comparator = comparator(sign) else { return whole }
            result.comparator = comparator
        }
        result.text = text
        return result
    }

    /// Whether a unit cell holds a comparator beside the unit, or a figure.
    private static func unitHoldsMore(_ unit: String) -> Bool {
        let source = FoldedText(unit, droppingSpace: true).scalars
        if source.contains(where: \.isDigit) && !source.contains(where: \.isLatin) { return true }
        return source.indices.dropFirst().contains { index in
            let suffix = ComparatorWords.suffix(source, at: index, before: source.count)
            return suffix.meaning != nil && suffix.end == source.count
        }
    }

    private static func comparator(_ sign: String) -> IndicatorValue.Comparator? {
        let source = FoldedText(sign, droppingSpace: true).scalars
        if let (meaning, end) = ComparatorWords.prefix(source, at: 0, before: source.count), end == source.count {
            return meaning
        }
        let suffix = ComparatorWords.suffix(source, at: 0, before: source.count)
        return suffix.end == source.count ? suffix.meaning : nil
    }

    /// A row whose value slipped into the column before or behind.
    private static func shifted(sign: String?, unit: String?) -> IndicatorValue? {
        let isComparator = sign.map { comparator($0) != nil } ?? true
        let unitHasFigure = unit?.unicodeScalars.contains { FoldedText.folded($0)?.isDigit == true } ?? false
        guard !isComparator || unitHasFigure else { return nil }
        return parse(joined(sign, "", unit))
    }

    private static func cleaned(_ text: String?) -> String? {
        guard let text, !isBlank(text) else { return nil }
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        return String(scalars)
    }

    private static func joined(_ sign: String?, _ figure: String, _ unit: String?) -> String {
        var text = figure
        if let sign, !opens(figure, with: sign) { text = sign + text }
        if let unit, !ends(figure, with: unit) { text += unit }
        return text
    }

    private static func opens(_ figure: String, with sign: String) -> Bool {
        let source = FoldedText(figure, droppingSpace: true).scalars
        guard let wanted = comparator(sign),
            let (meaning, _) = ComparatorWords.prefix(source, at: 0, before: source.count)
        else { return false }
        return meaning == wanted
    }

    private static func ends(_ figure: String, with unit: String) -> Bool {
        let source = FoldedText(figure, droppingSpace: true).scalars
        let wanted = FoldedText(unit, droppingSpace: true).scalars
        if source.last == "%", Units.split(unit).unit == "%" { return true }
        guard source.count > wanted.count, source.suffix(wanted.count).elementsEqual(wanted) else { return false }
        // "5年" with the unit 年 repeats it; "有效提升" with 升 does not.
        return source.contains(where: \.isDigit)
    }
}

extension IndicatorValue {
    /// The figure with the unit of another cell, its scale word multiplied out.
    fileprivate func taking(unit cell: String) -> IndicatorValue {
        let (power, unit) = Units.split(cell)
        var result = self
        result.value = value?.scaled(byPowerOf10: power)
        result.lower = lower?.scaled(byPowerOf10: power)
        result.upper = upper?.scaled(byPowerOf10: power)
        result.unit = unit
        return result
    }
}
