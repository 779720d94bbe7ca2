internal import PageModel

/// Reads calendar dates and spans of time at a place of a folded text without white space.
struct DateScanner {
    let source: [Unicode.Scalar]

    /// A date with its year: the day, the last or first day of the period that it names, and where it ends.
    ///
    /// "2025年9月底" and "2025年9月" are the month's last day, "2025年初" the year's first, "2025年第三季度末" the quarter's
    /// last.
    func date(at start: Int, before limit: Int) -> (day: CalendarDay, end: Int)? {
        guard let (year, yearEnd) = integer(at: start, digits: 4...4, before: limit),
            CalendarDay.plausibleYears.contains(year), yearEnd < limit
        else { return nil }
        if source[yearEnd] == "年" { return dateInWords(year: year, at: yearEnd + 1, before: limit) }
        return dateInSigns(year: year, at: yearEnd, before: limit)
    }

    private func dateInWords(year: Int, at start: Int, before limit: Int) -> (day: CalendarDay, end: Int)? {
        if let (month, monthEnd) = integer(at: start, digits: 1...2, before: limit), monthEnd < limit,
            source[monthEnd] == "月"
        {
            if let (day, dayEnd) = integer(at: monthEnd + 1, digits: 1...2, before: limit), dayEnd < limit,
                source[dayEnd] == "日" || source[dayEnd] == "号"
            {
                return CalendarDay(year: year, month: month, day: day).map { ($0, dayEnd + 1) }
            }
            return endOfMonth(year: year, month: month, at: monthEnd + 1, before: limit)
        }
        if let (quarter, end) = quarter(at: start, before: limit) {
            let tail = skipping(Self.periodEnds, at: end, before: limit)
            return lastDay(year: year, month: quarter * 3).map { ($0, tail) }
        }
        if let (month, end) = Self.halves.match(source, at: start, before: limit) {
            let tail = skipping(Self.periodEnds, at: end, before: limit)
            return lastDay(year: year, month: month).map { ($0, tail) }
        }
        // 2025年底, 2025年年底, 2025年度末, 2025年
        let next = skipping(["年", "度"], at: start, before: limit)
        guard next < limit else { return lastDay(year: year, month: 12).map { ($0, next) } }
        switch source[next] {
        case "初": return CalendarDay(year: year, month: 1, day: 1).map { ($0, next + 1) }
        case "中": return lastDay(year: year, month: 6).map { ($0, next + 1) }
        case "底", "末": return lastDay(year: year, month: 12).map { ($0, next + 1) }
        default: return lastDay(year: year, month: 12).map { ($0, next) }
        }
    }

    private func endOfMonth(
        year: Int, month: Int, at start: Int, before limit: Int
    ) -> (day: CalendarDay, end: Int)? {
        let next = skipping(["份"], at: start, before: limit)
        if let (day, end) = Self.monthParts.match(source, at: next, before: limit) {
            let found = day > 0 ? CalendarDay(year: year, month: month, day: day) : lastDay(year: year, month: month)
            return found.map { ($0, end) }
        }
        return lastDay(year: year, month: month).map { ($0, next) }
    }

    /// 2025.12.31, 2025-12-31, 2025/12/31, 2025-12, and 2025.12 where 底 or 前 behind it says that it is no decimal.
    private func dateInSigns(year: Int, at start: Int, before limit: Int) -> (day: CalendarDay, end: Int)? {
        let sign = source[start]
        guard sign == "." || sign == "-" || sign == "/",
            let (month, monthEnd) = integer(at: start + 1, digits: 1...2, before: limit)
        else { return nil }
        if monthEnd < limit, source[monthEnd] == sign,
            let (day, dayEnd) = integer(at: monthEnd + 1, digits: 1...2, before: limit)
        {
            let end = skipping(["日"], at: dayEnd, before: limit)
            return CalendarDay(year: year, month: month, day: day).map { ($0, end) }
        }
        if monthEnd < limit, "底末前".unicodeScalars.contains(source[monthEnd]) {
            return endOfMonth(year: year, month: month, at: monthEnd, before: limit)
        }
        guard sign == "-", monthEnd - start == 3, monthEnd == limit else { return nil }
        return lastDay(year: year, month: month).map { ($0, monthEnd) }
    }

    /// Where a span of time that is no count ends ("2024-2026年", "12月30日", "1-12月", "第三季度"), nil if none starts.
    func spanEnd(at start: Int, before limit: Int) -> Int? {
        if let (_, end) = date(at: start, before: limit) { return continuedSpanEnd(at: end, before: limit) }
        guard let (first, firstEnd) = integer(at: start, digits: 1...4, before: limit), firstEnd < limit else {
            return nil
        }
        if let next = dashEnd(at: firstEnd, before: limit) {
            if CalendarDay.plausibleYears.contains(first), let (_, end) = date(at: next, before: limit) { return end }
            if CalendarDay.plausibleYears.contains(first),
                let (_, yearEnd) = integer(at: next, digits: 4...4, before: limit),
                let (_, end) = Self.schoolYears.match(source, at: yearEnd, before: limit)
            {
                return end
            }
            if (1...12).contains(first), let end = monthEnd(at: next, before: limit) { return end }
        }
        // The year of a date that does not exist is still a year.
        if CalendarDay.plausibleYears.contains(first), source[firstEnd] == "年" { return firstEnd + 1 }
        if let (_, end) = Self.quarters.match(source, at: start, before: limit) { return end }
        return monthEnd(at: start, before: limit).map { continuedSpanEnd(at: $0, before: limit) }
    }

    private func monthEnd(at start: Int, before limit: Int) -> Int? {
        guard let (month, end) = integer(at: start, digits: 1...2, before: limit), (1...12).contains(month),
            end < limit,
            source[end] == "月"
        else { return nil }
        guard let (_, dayEnd) = integer(at: end + 1, digits: 1...2, before: limit), dayEnd < limit,
            source[dayEnd] == "日" || source[dayEnd] == "号"
        else { return end + 1 }
        return dayEnd + 1
    }

    /// Takes in "至2025年3月" or "-12月" behind a date.
    private func continuedSpanEnd(at end: Int, before limit: Int) -> Int {
        guard let next = dashEnd(at: end, before: limit) else { return end }
        return date(at: next, before: limit)?.end ?? monthEnd(at: next, before: limit) ?? end
    }

    private func dashEnd(at index: Int, before limit: Int) -> Int? {
        var end = index
        while end < limit, "-–—―~～至到".unicodeScalars.contains(source[end]) { end += 1 }
        return end > index ? end : nil
    }

    private func quarter(at start: Int, before limit: Int) -> (meaning: Int, end: Int)? {
        Self.quarters.match(source, at: skipping(["第"], at: start, before: limit), before: limit)
    }

    private func lastDay(year: Int, month: Int) -> CalendarDay? {
        guard (1...12).contains(month) else { return nil }
        return CalendarDay(year: year, month: month, day: CalendarDay.lastDay(year: year, month: month))
    }

    private func skipping(_ scalars: Set<Unicode.Scalar>, at index: Int, before limit: Int) -> Int {
        index < limit && scalars.contains(source[index]) ? index + 1 : index
    }

    private func integer(at start: Int, digits: ClosedRange<Int>, before limit: Int) -> (value: Int, end: Int)? {
        var end = start
        var value = 0
        while end < limit, source[end].isDigit {
            guard end - start < digits.upperBound else { return nil }
            value = value * 10 + Int(source[end].value - 0x30)
            end += 1
        }
        return end - start >= digits.lowerBound ? (value, end) : nil
    }

    private static let schoolYears = WordTable<Void>([("学年 学年度", ())])

    private static let periodEnds: Set<Unicode.Scalar> = ["底", "末"]

    private static let quarters = WordTable<Int>([
        ("一季度 1季度", 1), ("二季度 2季度", 2), ("三季度 3季度", 3), ("四季度 4季度", 4),
    ])

    /// The last month of each half.
    private static let halves = WordTable<Int>([("上半年", 6), ("下半年", 12)])

    /// Parts of a month by their last day, 0 for the month's last.
    private static let monthParts = WordTable<Int>([("初", 1), ("上旬", 10), ("中旬 中", 20), ("下旬 底 末 月底 月末", 0)])
}
