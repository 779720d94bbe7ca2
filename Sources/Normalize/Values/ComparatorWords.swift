/// The comparators that stand before or behind a figure, as signs or in words.
enum ComparatorWords {
    typealias Comparator = IndicatorValue.Comparator

    private static let leading = WordTable<Comparator>([
        (
            "大于或等于 大于等于 高于或等于 高于等于 不得低于 不得少于 不得小于 不应低于 不应少于 不能低于 不能少于 "
                + "不低于 不少于 不小于 不短于 不早于 至少 最少",
            .atLeast
        ),
        (
            "小于或等于 小于等于 低于或等于 低于等于 不得超过 不得高于 不得大于 不得多于 不得超出 不应超过 不应高于 "
                + "不能超过 不能高于 不超过 不超出 不高于 不大于 不多于 不长于 不晚于 不迟于 未超过 至多 最多",
            .atMost
        ),
        ("等于", .equal),
        ("大于 高于 多于 超过 超出 超 逾", .above),
        ("小于 低于 少于 不足 不到 早于", .below),
        ("大约 约为 约 将近 接近 近", .about),
    ])

    private static let trailing = WordTable<Comparator>([
        ("及以上 或以上 以上", .atLeast),
        ("及以下 或以下 以下 以内 之内 内", .atMost),
        ("左右 上下", .about),
    ])

    /// What may stand before a short word so that it is part of another word: 节约, 附近, 达不到, 赶超.
    private static let wordsBeforeShort: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "约": ["节", "合", "签", "预", "契", "履", "制", "条", "公", "特", "邀", "解", "续", "违", "集"],
        "近": ["附", "最", "临", "靠", "就", "邻"],
        "超": ["赶", "反", "高"],
        "不": ["达", "得", "找", "看", "用"],
    ]

    /// What may stand behind 内 so that it is part of another word: 内容, 内部.
    private static let inwardNouns: Set<Unicode.Scalar> = ["容", "部", "科", "涵", "陆", "外", "控", "设", "审"]

    /// The sign or word that starts at `index`, and where it ends.
    static func prefix(
        _ source: [Unicode.Scalar], at index: Int, before limit: Int
    ) -> (meaning: Comparator, end: Int)? {
        var end = index
        while end < limit, let next = sign(source[end]), end == index || next != .about { end += 1 }
        if end > index, let meaning = combined(source[index..<end]) { return (meaning, end) }
        return leading.match(source, at: index, before: limit)
    }

    /// The sign or word that ends right before `end`, and where it starts.
    static func prefix(_ source: [Unicode.Scalar], endingAt end: Int) -> (meaning: Comparator, start: Int)? {
        var start = end
        while start > 0, sign(source[start - 1]) != nil { start -= 1 }
        if start < end, let meaning = combined(source[start..<end]) { return (meaning, start) }
        guard let (meaning, wordStart) = leading.match(source, endingAt: end) else { return nil }
        if wordStart > 0, wordsBeforeShort[source[wordStart]]?.contains(source[wordStart - 1]) == true { return nil }
        return (meaning, wordStart)
    }

    /// The word behind a figure, with "(含)" or "(含60%)" before or behind it, and where all that ends.
    static func suffix(
        _ source: [Unicode.Scalar], at index: Int, before limit: Int
    ) -> (meaning: Comparator?, end: Int) {
        let start = inclusionEnd(source, at: index, before: limit)
        guard let (meaning, end) = trailing.match(source, at: start, before: limit) else { return (nil, start) }
        if source[end - 1] == "内", end < limit, inwardNouns.contains(source[end]) { return (nil, start) }
        return (meaning, inclusionEnd(source, at: end, before: limit))
    }

    /// The index behind a bracket that says the bound counts, or `index`.
    static func inclusionEnd(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Int {
        guard index + 2 < limit, source[index] == "(", source[index + 1] == "含" else { return index }
        return source[index..<limit].firstIndex(of: ")").map { $0 + 1 } ?? index
    }

    /// What a single comparing sign means.
    static func sign(_ scalar: Unicode.Scalar) -> Comparator? {
        switch scalar {
        case "≥", "≮": .atLeast
        case "≤", "≯": .atMost
        case "=": .equal
        case ">": .above
        case "<": .below
        case "~", "≈": .about
        default: nil
        }
    }

    /// What one sign, or two that make one ("=>", "≥="), mean together.
    private static func combined(_ signs: ArraySlice<Unicode.Scalar>) -> Comparator? {
        let meanings = Set(signs.compactMap { sign($0) })
        if meanings.count == 1 { return meanings.first }
        if meanings.isSubset(of: [.atLeast, .above, .equal]) { return .atLeast }
        if meanings.isSubset(of: [.atMost, .below, .equal]) { return .atMost }
        return nil
    }
}
