internal import PageModel

/// Finds the quantities in a phrase: figures in Arabic digits with a unit that are no year, date, ratio or name.
struct PhraseReader {
    private let figures: FigureScanner
    private let dates: DateScanner
    private let source: [Unicode.Scalar]

    init(_ text: FoldedText) {
        figures = FigureScanner(text: text)
        source = text.scalars
        dates = DateScanner(source: source)
    }

    func quantities() -> [IndicatorValue.Quantity] {
        guard source.contains(where: \.isDigit) else { return [] }
        var found: [IndicatorValue.Quantity] = []
        var index = 0
        while index < source.count {
            if let end = nameEnd(at: index) {
                index = end
            } else if source[index].isDigit {
                index = readFigure(at: index, into: &found)
            } else {
                index += 1
            }
        }
        return found
    }

    /// Reads what starts with the digit at `index` and tells where to go on.
    private func readFigure(at index: Int, into found: inout [IndicatorValue.Quantity]) -> Int {
        let limit = source.count
        if let end = dates.spanEnd(at: index, before: limit) { return end }
        guard !isPartOfName(at: index), let (_, numberEnd) = DecimalNumber.scan(source, at: index) else {
            return runEnd(at: index)
        }
        if isRatio(at: numberEnd) { return runEnd(at: numberEnd + 1) }
        if let range = figures.range(at: index, before: limit, allowsSign: false), range.unit != nil {
            found.append(.init(comparator: .atLeast, value: range.lower, unit: range.unit))
            found.append(.init(comparator: .atMost, value: range.upper, unit: range.unit))
            return range.end
        }
        let isNegative = index > 1 && source[index - 1] == "-" && ComparatorWords.sign(source[index - 2]) != nil
        let start = isNegative ? index - 1 : index
        guard let figure = figures.figure(at: start, before: limit, allowsSign: true) else { return numberEnd }
        guard let unit = figure.unit, !namesCircle(figure) else { return max(figure.end, numberEnd) }
        if start > 0, source[start - 1] == "±" {
            found.append(.init(comparator: .atLeast, value: -figure.value, unit: unit))
            found.append(.init(comparator: .atMost, value: figure.value, unit: unit))
            return figure.end
        }
        let suffix = ComparatorWords.suffix(source, at: figure.end, before: limit)
        let comparator =
            ComparatorWords.prefix(source, endingAt: start)?.meaning ?? suffix.meaning ?? mirrored(at: figure.end)
            ?? figure.comparator
        found.append(.init(comparator: comparator, value: figure.value, unit: unit))
        return suffix.end
    }

    /// What "65%≤报销比例" says of the 65 %.
    private func mirrored(at index: Int) -> IndicatorValue.Comparator? {
        guard index + 1 < source.count, let sign = ComparatorWords.sign(source[index]), !source[index + 1].isDigit
        else {
            return nil
        }
        switch sign {
        case .atMost: return .atLeast
        case .below: return .above
        case .atLeast: return .atMost
        case .above: return .below
        case .equal, .about: return nil
        }
    }

    /// DIP2.0, 第15号, 〔2024〕38号, COVID-19, 7×24, 1+3: digits that belong to what stands before them.
    private func isPartOfName(at index: Int) -> Bool {
        guard index > 0 else { return false }
        let previous = source[index - 1]
        if previous.isLatin || Self.nameMarks.contains(previous) { return true }
        guard index > 1 else { return false }
        if previous == "-" { return source[index - 2].isLatin }
        // A space between digits parts two numbers or the groups of one: neither can be told.
        return (previous == "+" || previous == " ") && source[index - 2].isDigit
    }

    private static let nameMarks: Set<Unicode.Scalar> = ["第", "×", "*", "#", "№", "_", "[", "〔"]

    private func isRatio(at index: Int) -> Bool {
        guard index + 1 < source.count, source[index + 1].isDigit else { return false }
        return source[index] == ":" || source[index] == "/"
    }

    /// The end of digits with what ties them together ("1.2.3", "9:16/100", "38-2").
    private func runEnd(at index: Int) -> Int {
        var end = index
        while end < source.count {
            let ties = ".:/-,".unicodeScalars.contains(source[end])
            let goesOn = ties && end + 1 < source.count && source[end + 1].isDigit
            guard source[end].isDigit || source[end].isLatin || goesOn else { break }
            end += 1
        }
        return max(end, index + 1)
    }

    /// The index behind a title in 《》 or a name in “” that opens at `index`; figures in them are part of the name.
    private func nameEnd(at index: Int) -> Int? {
        guard let closing = Self.nameBrackets[source[index]],
            let end = source[index...].firstIndex(of: closing)
        else { return nil }
        return end + 1
    }

    private static let nameBrackets: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "“": "”", "「": "」", "『": "』"]

    /// "15分钟医保经办服务圈" is the name of a circle, no time allowed.
    private func namesCircle(_ figure: Figure) -> Bool {
        guard figure.unit == "分钟" || figure.unit == "小时" else { return false }
        let rest = source[figure.end...].prefix(Self.longestCircleName).prefix { $0.isHan }
        return rest.contains("圈")
    }

    private static let longestCircleName = 12
}
