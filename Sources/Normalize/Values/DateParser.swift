internal import PageModel

/// Reads dates and years of a form's head.
public enum DateParser {
    /// The ISO day of a date that stands alone: "20250211", "2025年2月11日", "2025-2-11", "2025/02/11", "2025.2.11".
    ///
    /// - Returns: Nil where the text names no single day ("2025年2月") or is no date; a time of day behind it is ignored.
    public static func isoDay(_ text: String) -> String? {
        var source = FoldedText(withoutTime(text), droppingSpace: true).scalars
        while let last = source.last, last == "。" || last == "." || last == ";" { source.removeLast() }
        source = source.map { chineseDigit($0).flatMap { Unicode.Scalar($0 + 0x30) } ?? $0 }
        if source.count == 8, source.allSatisfy(\.isDigit) { source = dotted(source) }
        guard hasThreeParts(source), let (day, end) = DateScanner(source: source).date(at: 0, before: source.count),
            end == source.count
        else { return nil }
        return day.iso
    }

    /// The year of "（2025年度）", "2024年", a broken "2019年度)" or "二〇二四年度", wherever it stands in the text.
    ///
    /// A year with 年度 goes before one with 年 alone; the number of a document ("〔2024〕38号") is none. A text that is
    /// nothing but a year in digits, brackets or not, counts too.
    public static func fiscalYear(in text: String) -> Int? {
        let source = FoldedText(text, droppingSpace: true).scalars
        var fallback: Int?
        var index = 0
        while index < source.count {
            let start = index
            while index < source.count, digit(source[index]) != nil { index += 1 }
            guard index > start else {
                index += 1
                continue
            }
            guard index - start == 4, let year = year(source[start..<index]), index < source.count, source[index] == "年"
            else { continue }
            if index + 1 < source.count, source[index + 1] == "度" { return year }
            fallback = fallback ?? year
        }
        return fallback ?? bareYear(source)
    }

    private static func bareYear(_ source: [Unicode.Scalar]) -> Int? {
        let core = source.filter { $0 != "(" && $0 != ")" }
        return core.count == 4 ? year(core[...]) : nil
    }

    private static func year(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        var value = 0
        for scalar in digits {
            guard let digit = digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return CalendarDay.plausibleYears.contains(value) ? value : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isDigit { return Int(scalar.value - 0x30) }
        return chineseDigit(scalar).map { Int($0) }
    }

    private static func chineseDigit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "〇", "○", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// 20250211 as 2025.02.11.
    private static func dotted(_ digits: [Unicode.Scalar]) -> [Unicode.Scalar] {
        digits[0..<4] + ["."] + digits[4..<6] + ["."] + digits[6..<8]
    }

    private static func hasThreeParts(_ source: [Unicode.Scalar]) -> Bool {
        source.split { !$0.isDigit }.count == 3
    }

    /// The text up to a time of day ("2025-02-11 00:00:00").
    private static func withoutTime(_ text: String) -> String {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            let space = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" })
        else { return text }
        return String(text[..<space])
    }
}
