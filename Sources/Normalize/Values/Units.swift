internal import PageModel

/// Units of measure: which words are one, and how scale words (万, 亿) and compounds (元/人·月) are built around them.
enum Units {
    /// Counting and measuring words. A word not listed is still a unit where a column of its own says so.
    private static let words = WordTable<Void>([
        ("% ‰ ℃ ㎡ ㎥ ㎞ ㎏ ㎝ ㎜ ° 个百分点 百分点 百分比", ()),
        ("元 角 美元 欧元 港元 港币 人民币 元整 块", ()),
        (
            "个 人 名 位 户 家 次 人次 户次 件次 例次 车次 班次 场次 批次 架次 频次 批 期 届 场 轮 回 趟 遍 起 例 件 项 条 "
                + "篇 份 本 册 部 套 台 辆 架 艘 座 栋 幢 间 处 所 片 块 宗 笔 单 张 幅 面 枚 支 只 头 匹 羽 尾 株 棵 颗 粒 盏 "
                + "盆 束 根 杆 口 眼 孔 樘 扇 道 门 节 课 课时 学时 学分 分 档 成 倍 组 对 双 队 班 团 种 类 款 "
                + "集 点 点位 网点 站点 盘 瓶 盒 箱 包 袋 桶 罐 剂 针 剂次 人份 份次 段 标段 层 则 户数 人数 例数 把 卷 "
                + "枝 床 床位 床日 床次 号次 车 标箱 字 页 图斑 图幅 车位 户人 家次 项次 头份 字数",
            ()
        ),
        (
            "年 个月 月 周 星期 季 季度 旬 天 日 日历天 工作日 个工作日 个自然日 自然日 个日历日 个小时 小时 工时 分钟 秒 "
                + "秒钟 毫秒 个季度 个学期 学期 个学年 学年 年度 个年度 岁 周岁 人天 人日 人月 人年 个交易日",
            ()
        ),
        (
            "省 市 州 县 区 县区 区县 市县 县市 乡 镇 乡镇 镇街 街道 社区 村 单位 部门 机构 学校"
                + "个县区 个区县 个市县 个县市 个乡 个镇 个乡镇 个镇街 个街道 个社区 个村 个点 个点位 个标段 个批次 个班 个床位",
            ()
        ),
        (
            "米 千米 公里 厘米 毫米 微米 纳米 分米 延米 延长米 平方米 平方公里 平方千米 平方厘米 平米 平方 公顷 亩 亩次 "
                + "立方米 立方 立方厘米 吨 公吨 千克 公斤 斤 克 毫克 微克 升 毫升 吨标准煤 吨标煤 车公里 "
                + "吨公里 人公里 户均 千瓦 千瓦时 瓦 兆瓦 度 千伏 千伏安 伏 安 兆 字节 千字节 兆字节 赫兹 分贝 帕 兆帕 千帕 "
                + "摄氏度 卡 千卡 焦耳 勒克斯 平方公分 立方分米 吨位 载重吨 标准立方米 标方 当量",
            ()
        ),
    ])

    /// Units in Latin letters; only where no further letter or digit follows.
    private static let latinWords: Set<String> = [
        "km", "cm", "mm", "nm", "kg", "mg", "ug", "μg", "ml", "kw", "kwh", "mw", "gwh", "kv", "kva", "ha", "min", "ms",
        "db", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "pb", "mbps",
        "gbps", "kbps", "bps", "pa", "kpa", "mpa", "℃", "m2", "m3", "km2", "m²", "m³", "km²", "hm2", "hm²", "nm3",
        "pcu",
        "cm2", "cm²", "lm", "lx", "kn", "ppm", "ppb", "mm2",
    ]

    /// Units of one letter, by case: 5G and 4S are names.
    private static let latinLetters: Set<String> = ["m", "g", "t", "h", "d", "s", "l", "L"]

    /// What 个 counts without a noun of its own: 个县 is a unit where nothing follows.
    private static let countedPlaces = WordTable<Void>([
        (
            "省 市 州 县 区 县区 区县 市县 县市 乡 镇 乡镇 镇街 街道 社区 村 点 点位 标段 批次 班 床位 单位 部门 机构 学校 网点 "
                + "站点 组 人次",
            ()
        )
    ])

    private static let scales = WordTable<Int>([
        ("十", 1), ("百", 2), ("千", 3), ("万 十千", 4), ("十万", 5), ("百万", 6), ("千万", 7), ("亿", 8), ("十亿", 9),
        ("百亿", 10), ("千亿", 11), ("万亿", 12),
    ])

    /// The scale word at `index` as a power of ten, and where it ends; nil where the same characters open a unit (千克,
    /// 百分点).
    static func scale(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> (power: Int, end: Int)? {
        guard let (power, end) = scales.match(source, at: index, before: limit) else { return nil }
        if let (_, unitEnd) = words.match(source, at: index, before: limit), unitEnd > end { return nil }
        return (power, end)
    }

    /// Where the unit that starts at `index` ends, its "/人·月", "每年" or "（市）" included; nil where none starts.
    static func unitEnd(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Int? {
        guard var end = simpleUnitEnd(source, at: index, before: limit) else { return nil }
        var hasDivisor = false
        while end < limit {
            if let bracketEnd = bracketEnd(source, at: end, before: limit) {
                end = bracketEnd
                continue
            }
            let isDivisor = source[end] == "/"
            guard isDivisor || (joiners.contains(source[end]) && (hasDivisor || source[end] != ".")) else { break }
            var next = end + 1
            if let (_, scaleEnd) = scale(source, at: next, before: limit) { next = scaleEnd }
            guard let nextEnd = simpleUnitEnd(source, at: next, before: limit) else { break }
            hasDivisor = hasDivisor || isDivisor
            end = nextEnd
        }
        return end
    }

    /// Whether a text is a unit that is known, with its scale, and nothing else.
    static func isUnit(_ text: String) -> Bool {
        let source = FoldedText(text, droppingSpace: true).scalars
        let start = scale(source, at: 0, before: source.count)?.end ?? 0
        return start == source.count || unitEnd(source, at: start, before: source.count) == source.count
    }

    /// The unit alone in brackets at `index` ("（%）", "(万元)"): its range within the brackets.
    static func bracketed(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Range<Int>? {
        guard index < limit, source[index] == "(" else { return nil }
        let start = scale(source, at: index + 1, before: limit)?.end ?? index + 1
        guard let end = unitEnd(source, at: start, before: limit), end < limit, source[end] == ")" else { return nil }
        return (index + 1)..<end
    }

    /// Where "个县（市）" ends whose 个 ends at `index`; `index` where no such word stands there.
    static func countedPlaceEnd(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Int {
        guard index > 0, source[index - 1] == "个",
            let (_, end) = countedPlaces.match(source, at: index, before: limit)
        else { return index }
        return bracketEnd(source, at: end, before: limit) ?? end
    }

    private static let joiners: Set<Unicode.Scalar> = ["·", "•", "‧", "∙", "・", "."]

    private static func simpleUnitEnd(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Int? {
        guard index < limit else { return nil }
        if let (_, end) = words.match(source, at: index, before: limit) { return end }
        guard source[index].isLatin || source[index] == "μ" else { return nil }
        var end = index
        var name = ""
        while end < limit, source[end].isLatin || source[end].isDigit || "μ²³".unicodeScalars.contains(source[end]) {
            name.unicodeScalars.append(source[end])
            end += 1
        }
        return latinLetters.contains(name) || latinWords.contains(name.lowercased()) ? end : nil
    }

    /// The index behind a bracket that holds nothing but another unit: the "（市）" of 县（市）.
    private static func bracketEnd(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> Int? {
        guard source[index] == "(" else { return nil }
        var next = index + 1
        while next < limit {
            guard let end = simpleUnitEnd(source, at: next, before: limit), end < limit else { return nil }
            if source[end] == ")" { return end + 1 }
            guard source[end] == "、" || source[end] == "/" || source[end] == "," else { return nil }
            next = end + 1
        }
        return nil
    }

    /// The unit between two places of a text as a record carries it: printed, with ordinary percent signs and slashes.
    static func printed(_ text: FoldedText, _ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        for index in range {
            let folded = text.scalars[index]
            result.append(folded == "%" || folded == "/" ? folded : text.printed[index])
        }
        return String(result)
    }

    /// A unit that stands in a column of its own, split into power of ten and unit proper: 万元 is 4 and 元.
    static func split(_ printedUnit: String) -> (power: Int, unit: String?) {
        let text = FoldedText(printedUnit, droppingSpace: true)
        var range = 0..<text.scalars.count
        if range.count > 2, text.scalars.first == "(", text.scalars.last == ")" { range = 1..<(range.count - 1) }
        var power = 0
        if let (found, end) = scale(text.scalars, at: range.lowerBound, before: range.upperBound) {
            power = found
            range = end..<range.upperBound
        }
        let unit = printed(text, range)
        return (power, unit.isEmpty ? nil : unit)
    }
}
