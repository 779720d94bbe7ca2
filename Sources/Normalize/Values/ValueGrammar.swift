internal import PageModel

/// Reads the value of an indicator: a figure, a range or a date where nothing else is printed, a phrase otherwise.
public enum ValueGrammar {
    /// Reads a value that stands in one cell.
    ///
    /// Never fails: what is no figure, range or date is a qualitative value with the quantities in it. The text is kept
    /// as given; folding is only for reading.
    public static func parse(_ text: String) -> IndicatorValue {
        let reader = CellReader(text)
        return reader.date() ?? reader.boundedRange() ?? reader.range() ?? reader.quantity()
            ?? IndicatorValue(text: text, quantities: PhraseReader(reader.folded).quantities())
    }

    /// Whether a cell holds nothing: white space, a dash or a slash.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.isBlank || blankSigns.contains($0) }
    }

    /// The figure of a cell that holds nothing but a number, whatever its unit: 10 of "10分", 98.5 of "98.5%".
    ///
    /// - Returns: The figure in the base unit, nil for blank cells and everything else.
    public static func number(_ text: String) -> DecimalNumber? {
        guard DecimalNumber.holdsDigit(text) else { return nil }
        return DecimalNumber.parse(text) ?? CellReader(text).quantity()?.value
    }

    /// The money of a cell in 元.
    ///
    /// - Parameters:
    ///   - text: "876.69万元", "8,766,900.00", "0".
    ///   - power: The power of ten that a header such as （万元） gives bare numbers; one printed in the cell goes before.
    /// - Returns: Nil for blank cells and everything that is no amount.
    public static func amount(_ text: String, power: Int = 0) -> DecimalNumber? {
        guard DecimalNumber.holdsDigit(text) else { return nil }
        var scalars = text.unicodeScalars
        scalars.removeAll { $0 == "¥" || $0 == "￥" }
        let figure = String(scalars)
        if let bare = DecimalNumber.parse(figure) { return bare.scaled(byPowerOf10: power) }
        guard let value = CellReader(figure).quantity(), value.unit == nil || value.unit == "元" else { return nil }
        return value.value
    }

    private static let blankSigns: Set<Unicode.Scalar> = ["-", "—", "–", "/", "－", "／", "―", "─", "\u{2212}"]
}

/// Reads a whole cell as one thing; each reading gives nil where the cell holds anything beside it.
struct CellReader {
    let folded: FoldedText
    private let text: String
    private let figures: FigureScanner
    private let start: Int
    private let limit: Int

    private var source: [Unicode.Scalar] { folded.scalars }

    init(_ text: String) {
        self.text = text
        folded = FoldedText(text, droppingSpace: true)
        figures = FigureScanner(text: folded)
        let source = folded.scalars
        var limit = source.count
        while limit > 0, Self.closingMarks.contains(source[limit - 1]) { limit -= 1 }
        self.limit = limit
        // "指标值≤75%" says no more than "≤75%".
        let named = Self.ownNames.match(source, at: 0, before: limit)?.end ?? 0
        start = ComparatorWords.prefix(source, at: named, before: limit) == nil ? 0 : named
    }

    private static let closingMarks: Set<Unicode.Scalar> = ["。", ".", ";", ",", "、", "!"]
    private static let ownNames = WordTable<Void>([("指标值 目标值 年度指标值", ())])

    // MARK: Dates

    func date() -> IndicatorValue? {
        var index = start
        var comparator: IndicatorValue.Comparator?
        if let (meaning, end) = ComparatorWords.prefix(source, at: index, before: limit) {
            comparator = meaning
            index = end
        } else if let (meaning, end) = Self.dateOpenings.match(source, at: index, before: limit) {
            comparator = meaning
            index = end
        }
        guard let (day, dayEnd) = DateScanner(source: source).date(at: index, before: limit) else { return nil }
        index = ComparatorWords.inclusionEnd(source, at: dayEnd, before: limit)
        if let (_, end) = Self.dateClosings.match(source, at: index, before: limit) {
            comparator = comparator ?? .atMost
            index = end
        }
        if let (_, end) = Self.doneWords.match(source, at: index, before: limit) { index = end }
        guard index == limit else { return nil }
        return IndicatorValue(text: text, kind: .date, comparator: comparator, date: day.iso)
    }

    private static let dateOpenings = WordTable<IndicatorValue.Comparator?>([
        ("于 在", nil), ("截至 截止 截至到 截止到", .atMost),
    ])
    private static let dateClosings = WordTable<Void>([("前 之前 以前 内 之内 以内 止 为止", ())])
    private static let doneWords = WordTable<Void>([("完成", ())])

    // MARK: Ranges

    /// "65%≤指标值≤75%" and "≥65%且≤75%".
    func boundedRange() -> IndicatorValue? { enclosedRange() ?? doublyBoundedRange() ?? intervalRange() }

    /// "[60%,80%)".
    private func intervalRange() -> IndicatorValue? {
        guard limit - start > 2, "[(".unicodeScalars.contains(source[start]),
            "])".unicodeScalars.contains(source[limit - 1]),
            let first = figures.figure(at: start + 1, before: limit, allowsSign: true), first.end < limit,
            source[first.end] == "," || source[first.end] == "-",
            let second = figures.figure(at: first.end + 1, before: limit, allowsSign: true), second.end == limit - 1
        else { return nil }
        return range(between: first, and: second)
    }

    private func enclosedRange() -> IndicatorValue? {
        guard let first = figures.figure(at: start, before: limit, allowsSign: true) else { return nil }
        let sign = ComparatorWords.inclusionEnd(source, at: first.end, before: limit)
        guard sign < limit, let direction = boundDirection(source[sign]) else { return nil }
        var index = sign + 1
        while index < limit, ComparatorWords.sign(source[index]) == nil {
            guard !source[index].isDigit else { return nil }
            index += 1
        }
        guard index < limit, boundDirection(source[index]) == direction,
            let second = figures.figure(at: index + 1, before: limit, allowsSign: true, readsAnyUnit: true),
            ComparatorWords.inclusionEnd(source, at: second.end, before: limit) == limit
        else { return nil }
        return range(between: first, and: second)
    }

    /// 1 for a sign that grows to the right (≤, <), -1 for the other way.
    private func boundDirection(_ scalar: Unicode.Scalar) -> Int? {
        switch ComparatorWords.sign(scalar) {
        case .atMost, .below: 1
        case .atLeast, .above: -1
        default: nil
        }
    }

    private func doublyBoundedRange() -> IndicatorValue? {
        guard let first = comparedFigure(at: start) else { return nil }
        var index = first.end
        while index < limit, Self.rangeJoiners.contains(source[index]) { index += 1 }
        guard let second = comparedFigure(at: index), second.end == limit else { return nil }
        switch (first.comparator, second.comparator) {
        case (.atLeast, .atMost), (.atLeast, .below), (.above, .atMost), (.above, .below),
            (.atMost, .atLeast), (.below, .atLeast), (.atMost, .above), (.below, .above):
            return range(between: first.figure, and: second.figure)
        default: return nil
        }
    }

    private static let rangeJoiners: Set<Unicode.Scalar> = [",", "且", "、", ";", "和", "并", "及", "-", "~"]

    private func comparedFigure(
        at start: Int
    ) -> (comparator: IndicatorValue.Comparator, figure: Figure, end: Int)? {
        let prefix = ComparatorWords.prefix(source, at: start, before: limit)
        guard let figure = figures.figure(at: prefix?.end ?? start, before: limit, allowsSign: prefix != nil) else {
            return nil
        }
        let suffix = ComparatorWords.suffix(source, at: figure.end, before: limit)
        guard let comparator = prefix?.meaning ?? suffix.meaning else { return nil }
        return (comparator, figure, suffix.end)
    }

    private func range(between first: Figure, and second: Figure) -> IndicatorValue? {
        guard first.unit == nil || second.unit == nil || first.unit == second.unit else { return nil }
        var (one, other) = (first.value, second.value)
        if first.unit == nil, first.power == 0 { one = first.number.scaled(byPowerOf10: second.power) }
        if second.unit == nil, second.power == 0 { other = second.number.scaled(byPowerOf10: first.power) }
        return IndicatorValue(
            text: text, kind: .range, lower: min(one, other), upper: max(one, other), unit: second.unit ?? first.unit)
    }

    /// "5～10天", "60%-75%之间", "±5%".
    func range() -> IndicatorValue? {
        let prefix = ComparatorWords.prefix(source, at: start, before: limit)
        let head = prefix?.end ?? start
        if head < limit, source[head] == "±" { return tolerance(at: head + 1, comparator: prefix?.meaning) }
        guard let found = figures.range(at: head, before: limit, allowsSign: true, readsAnyUnit: true) else {
            return nil
        }
        var (suffix, end) = ComparatorWords.suffix(source, at: found.end, before: limit)
        if let (_, wordEnd) = Self.betweenWords.match(source, at: end, before: limit) { end = wordEnd }
        guard end == limit, !isSpanOfYears(found) else { return nil }
        suffix = prefix?.meaning ?? suffix
        return IndicatorValue(
            text: text, kind: .range, comparator: suffix, lower: found.lower, upper: found.upper, unit: found.unit)
    }

    private static let betweenWords = WordTable<Void>([("之间", ())])

    /// "2024-2026年" and "1-12月" name a time, not a count.
    private func isSpanOfYears(_ range: FigureRange) -> Bool {
        if range.unit == "月" { return true }
        guard range.unit.map({ Self.yearUnits.contains($0) }) ?? true else { return false }
        let years = CalendarDay.plausibleYears
        return range.lower >= DecimalNumber(years.lowerBound) && range.upper <= DecimalNumber(years.upperBound)
            && range.lower.scale == 0 && range.upper.scale == 0
    }

    private static let yearUnits: Set<String> = ["年", "年度", "学年"]

    private func tolerance(at index: Int, comparator: IndicatorValue.Comparator?) -> IndicatorValue? {
        guard let figure = figures.figure(at: index, before: limit, allowsSign: false, readsAnyUnit: true) else {
            return nil
        }
        let suffix = ComparatorWords.suffix(source, at: figure.end, before: limit)
        guard suffix.end == limit else { return nil }
        return IndicatorValue(
            text: text, kind: .range, comparator: comparator ?? suffix.meaning, lower: -figure.value,
            upper: figure.value, unit: figure.unit)
    }

    // MARK: Quantities

    func quantity() -> IndicatorValue? {
        var index = start
        var comparator: IndicatorValue.Comparator?
        while let (meaning, end) = ComparatorWords.prefix(source, at: index, before: limit) {
            comparator = comparator ?? meaning
            index = end
        }
        guard let figure = figures.figure(at: index, before: limit, allowsSign: true, readsAnyUnit: true) else {
            return nil
        }
        let suffix = ComparatorWords.suffix(source, at: figure.end, before: limit)
        guard suffix.end == limit else { return nil }
        comparator = comparator ?? suffix.meaning ?? figure.comparator
        // "12月" alone is December, "2季度" the second.
        if figure.unit == "月" || figure.unit == "季度", comparator == nil { return nil }
        return IndicatorValue(
            text: text, kind: .quantity, comparator: comparator, value: figure.value, unit: figure.unit)
    }
}
