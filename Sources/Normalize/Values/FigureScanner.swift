internal import PageModel

/// A number with its scale word and unit, as found at a place of a text.
struct Figure {
    /// As printed before any scale word.
    var number: DecimalNumber
    var power: Int
    var unit: String?
    /// From 余 or 多 ("3000余人").
    var comparator: IndicatorValue.Comparator?
    /// The index behind it.
    var end: Int

    /// In the base unit.
    var value: DecimalNumber { number.scaled(byPowerOf10: power) }
}

/// Two figures that bound a range.
struct FigureRange {
    var lower: DecimalNumber
    var upper: DecimalNumber
    var unit: String?
    var end: Int
}

/// Reads figures and ranges at a place of a text.
struct FigureScanner {
    /// Printed dashes and words between the ends of a range.
    private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "―", "─", "~", "～", "至", "到", "－"]

    let text: FoldedText
    var source: [Unicode.Scalar] { text.scalars }

    /// The figure at `index`.
    ///
    /// - Parameters:
    ///   - limit: Nothing at or behind this index is read.
    ///   - allowsSign: Whether a minus sign may open it.
    ///   - readsAnyUnit: The figure is all that stands there, so a rest that could be a unit is one.
    func figure(at index: Int, before limit: Int, allowsSign: Bool, readsAnyUnit: Bool = false) -> Figure? {
        let isNegative = allowsSign && index < limit && source[index] == "-"
        guard let (magnitude, numberEnd) = DecimalNumber.scan(source, at: isNegative ? index + 1 : index),
            numberEnd <= limit
        else { return nil }
        var figure = Figure(
            number: isNegative ? -magnitude : magnitude, power: 0, unit: nil, comparator: nil, end: numberEnd)
        skipSurplus(&figure, before: limit)
        if let (power, end) = Units.scale(source, at: figure.end, before: limit) {
            figure.power = power
            figure.end = end
            addLowerScales(&figure, before: limit)
            skipSurplus(&figure, before: limit)
        } else if readsAnyUnit, let unit = Units.bracketed(source, at: figure.end, before: limit) {
            let (power, name) = Units.split(Units.printed(text, unit))
            figure.power = power
            figure.unit = name
            figure.end = unit.upperBound + 1
            return figure
        }
        if let end = Units.unitEnd(source, at: figure.end, before: limit) {
            setUnit(&figure, end: readsAnyUnit ? extendedUnitEnd(at: end, before: limit) : end)
        } else if readsAnyUnit, let end = unlistedUnitEnd(at: figure.end, before: limit) {
            setUnit(&figure, end: end)
        }
        return figure
    }

    /// Two figures with a dash or 至 between; the first takes scale and unit from the second where it has none.
    func range(at index: Int, before limit: Int, allowsSign: Bool, readsAnyUnit: Bool = false) -> FigureRange? {
        guard let first = figure(at: index, before: limit, allowsSign: allowsSign) else { return nil }
        let dash = ComparatorWords.inclusionEnd(source, at: first.end, before: limit)
        guard dash < limit, Self.dashes.contains(source[dash]) else { return nil }
        // A dash of a font without the long one is set twice: "60——80".
        var next = dash + 1
        if next < limit, source[next] == source[dash], source[dash] != "-" { next += 1 }
        guard
            let second = figure(at: next, before: limit, allowsSign: allowsSign, readsAnyUnit: readsAnyUnit),
            first.unit == nil || first.unit == second.unit
        else { return nil }
        // "3-5万元" scales both ends, "5000-1万元" only the second.
        let sharesScale = first.unit == nil && first.power == 0 && first.number <= second.number
        let start = sharesScale ? first.number.scaled(byPowerOf10: second.power) : first.value
        return FigureRange(
            lower: min(start, second.value), upper: max(start, second.value), unit: second.unit, end: second.end)
    }

    /// Adds what follows a scale word under a lower one: the 3000万 of "1亿3000万元".
    private func addLowerScales(_ figure: inout Figure, before limit: Int) {
        while let (more, numberEnd) = DecimalNumber.scan(source, at: figure.end),
            let (power, end) = Units.scale(source, at: numberEnd, before: limit), power < figure.power
        {
            figure.number = figure.value.scaled(byPowerOf10: -power) + more
            figure.power = power
            figure.end = end
        }
    }

    private func skipSurplus(_ figure: inout Figure, before limit: Int) {
        guard figure.end < limit, source[figure.end] == "余" || source[figure.end] == "多" else { return }
        figure.end += 1
        figure.comparator = .above
    }

    private func setUnit(_ figure: inout Figure, end: Int) {
        let unit = Units.printed(text, figure.end..<end)
        figure.unit = unit == "百分比" ? "%" : unit
        figure.end = end
    }

    /// Takes a place that 个 counts into the unit where nothing but a comparator follows.
    private func extendedUnitEnd(at index: Int, before limit: Int) -> Int {
        let end = Units.countedPlaceEnd(source, at: index, before: limit)
        return ComparatorWords.suffix(source, at: end, before: limit).end == limit ? end : index
    }

    /// The end of a unit that the word list lacks: the last character before a comparator or the end, or Latin letters.
    private func unlistedUnitEnd(at index: Int, before limit: Int) -> Int? {
        var end = index
        while end < limit, source[end].isLatin || source[end] == "/" || (end > index && source[end].isDigit) {
            end += 1
        }
        if end > index { return end == limit && source[index].isLatin ? end : nil }
        guard index < limit, source[index].isHan,
            ComparatorWords.suffix(source, at: index, before: limit).meaning == nil
        else { return nil }
        let rest = ComparatorWords.suffix(source, at: index + 1, before: limit)
        return rest.end == limit && !Self.noUnits.contains(source[index]) ? index + 1 : nil
    }

    private static let noUnits: Set<Unicode.Scalar> = ["号", "前", "后", "多", "余", "几", "以", "是", "有", "无"]
}
