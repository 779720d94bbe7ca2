import Testing

@testable import Normalize

/// A cell and the value that it must give.
struct ValueCase: CustomTestStringConvertible, Sendable {
    var cell: String
    var expected: IndicatorValue
    var testDescription: String { cell }

    static func number(_ digits: String) -> DecimalNumber { DecimalNumber.parse(digits)! }

    static func quantity(_ cell: String, _ sign: String?, _ value: String, _ unit: String?) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell, kind: .quantity, comparator: sign.map { .init(rawValue: $0)! }, value: number(value),
                unit: unit))
    }

    static func range(
        _ cell: String, _ lower: String, _ upper: String, _ unit: String?, sign: String? = nil
    ) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell, kind: .range, comparator: sign.map { .init(rawValue: $0)! }, lower: number(lower),
                upper: number(upper), unit: unit))
    }

    static func date(_ cell: String, _ sign: String?, _ day: String) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(text: cell, kind: .date, comparator: sign.map { .init(rawValue: $0)! }, date: day))
    }

    static func phrase(_ cell: String, _ quantities: (String?, String, String)...) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell,
                quantities: quantities.map {
                    .init(comparator: $0.0.map { .init(rawValue: $0)! }, value: number($0.1), unit: $0.2)
                }))
    }
}

@Test(arguments: [
    // Signs, in every width and pairing.
    ValueCase.quantity("≥95%", ">=", "95", "%"),
    .quantity("≧95.23%", ">=", "95.23", "%"),
    .quantity("⩾95%", ">=", "95", "%"),
    .quantity(">=95%", ">=", "95", "%"),
    .quantity("＞＝95％", ">=", "95", "%"),
    .quantity("> = 95%", ">=", "95", "%"),
    .quantity("=>95%", ">=", "95", "%"),
    .quantity("≮95%", ">=", "95", "%"),
    .quantity("≤3%", "<=", "3", "%"),
    .quantity("≦5%", "<=", "5", "%"),
    .quantity("⩽5%", "<=", "5", "%"),
    .quantity("<=5%", "<=", "5", "%"),
    .quantity("＝12个", "=", "12", "个"),
    .quantity("=0人", "=", "0", "人"),
    .quantity("﹦1项", "=", "1", "项"),
    .quantity("═1项", "=", "1", "项"),
    .quantity("＞90%", ">", "90", "%"),
    .quantity("﹥90%", ">", "90", "%"),
    .quantity("＜5%", "<", "5", "%"),
    .quantity("<5%", "<", "5", "%"),
    .quantity("≈300家", "~", "300", "家"),
    .quantity("指标值≤75%", "<=", "75", "%"),
    // Spaces, widths and separators in figures.
    .quantity("≥ 95 %", ">=", "95", "%"),
    .quantity("９５％", nil, "95", "%"),
    .quantity("１，２３４．５０元", nil, "1234.5", "元"),
    .quantity("29,568,000.00元", nil, "29568000", "元"),
    .quantity("461875.47元", nil, "461875.47", "元"),
    .quantity("100.00%", nil, "100", "%"),
    .quantity("-3.5%", nil, "-3.5", "%"),
    .quantity("≥-2%", ">=", "-2", "%"),
    .quantity("95", nil, "95", nil),
    .quantity("0", nil, "0", nil),
    .quantity("≥90", ">=", "90", nil),
    .quantity("0.02万元", nil, "200", "元"),
    .quantity("12个。", nil, "12", "个"),
    .quantity("90%；", nil, "90", "%"),
    // Scale words.
    .quantity("≥341万人", ">=", "3410000", "人"),
    .quantity("≤2956.8万元", "<=", "29568000", "元"),
    .quantity("1.2亿元", nil, "120000000", "元"),
    .quantity("3千元", nil, "3000", "元"),
    .quantity("3.5百万元", nil, "3500000", "元"),
    .quantity("2万亿元", nil, "2000000000000", "元"),
    .quantity("5万", nil, "50000", nil),
    .quantity("≥1.5万人次", ">=", "15000", "人次"),
    .quantity("≥20万亩", ">=", "200000", "亩"),
    .quantity("3万千瓦", nil, "30000", "千瓦"),
    .quantity("500千克", nil, "500", "千克"),
    .quantity("≥2千米", ">=", "2", "千米"),
    // Units.
    .quantity("≥6个月", ">=", "6", "个月"),
    .quantity("≤10个工作日", "<=", "10", "个工作日"),
    .quantity("≤60分钟", "<=", "60", "分钟"),
    .quantity("≥5年", ">=", "5", "年"),
    .quantity("5‰", nil, "5", "‰"),
    .quantity("≥2个百分点", ">=", "2", "个百分点"),
    .quantity("2百分点", nil, "2", "百分点"),
    .quantity("12县（市）", nil, "12", "县（市）"),
    .quantity("≥12个县（市）", ">=", "12", "个县（市）"),
    .quantity("≥30个乡镇", ">=", "30", "个乡镇"),
    .quantity("≦12.6元/人.年", "<=", "12.6", "元/人.年"),
    .quantity("≤300元/人·月", "<=", "300", "元/人·月"),
    .quantity("≤1200元／月", "<=", "1200", "元/月"),
    .quantity("≦410万元/年", "<=", "4100000", "元/年"),
    .quantity("≦3.1万元/年/点", "<=", "31000", "元/年/点"),
    .quantity("≥4次/年", ">=", "4", "次/年"),
    .quantity("≥3台（套）", ">=", "3", "台（套）"),
    .quantity("≥1500平方米", ">=", "1500", "平方米"),
    .quantity("≥1500㎡", ">=", "1500", "㎡"),
    .quantity("≥100km", ">=", "100", "km"),
    .quantity("≥5艇", ">=", "5", "艇"),
    .quantity("30日", nil, "30", "日"),
    .quantity("≤12月", "<=", "12", "月"),
    // Comparators in words.
    .quantity("不低于95%", ">=", "95", "%"),
    .quantity("不少于3次", ">=", "3", "次"),
    .quantity("不小于3次", ">=", "3", "次"),
    .quantity("大于等于90%", ">=", "90", "%"),
    .quantity("大于或等于90%", ">=", "90", "%"),
    .quantity("至少2场", ">=", "2", "场"),
    .quantity("不超过3次", "<=", "3", "次"),
    .quantity("不高于5%", "<=", "5", "%"),
    .quantity("不得超过20万元", "<=", "200000", "元"),
    .quantity("小于等于5%", "<=", "5", "%"),
    .quantity("等于100%", "=", "100", "%"),
    .quantity("高于90%", ">", "90", "%"),
    .quantity("大于90%", ">", "90", "%"),
    .quantity("超过90%", ">", "90", "%"),
    .quantity("低于5%", "<", "5", "%"),
    .quantity("小于5%", "<", "5", "%"),
    .quantity("约5000人", "~", "5000", "人"),
    .quantity("3000组左右", "~", "3000", "组"),
    .quantity("95%以上", ">=", "95", "%"),
    .quantity("95%及以上", ">=", "95", "%"),
    .quantity("90分（含）以上", ">=", "90", "分"),
    .quantity("90%以上（含90%）", ">=", "90", "%"),
    .quantity("5%以内", "<=", "5", "%"),
    .quantity("5%以下", "<=", "5", "%"),
    .quantity("10个工作日内", "<=", "10", "个工作日"),
    .quantity("95以上", ">=", "95", nil),
    .quantity("≥95%以上", ">=", "95", "%"),
    .quantity("3000余人", ">", "3000", "人"),
    .quantity("1亿3000万元", nil, "130000000", "元"),
    .quantity("3万5千元", nil, "35000", "元"),
    .quantity("≥3.5万字", ">=", "35000", "字"),
    .quantity("≥95（%）", ">=", "95", "%"),
    .quantity("≤20（万元）", "<=", "200000", "元"),
    .quantity("≥5000m³/d", ">=", "5000", "m³/d"),
])
func readsQuantities(_ value: ValueCase) {
    #expect(ValueGrammar.parse(value.cell) == value.expected)
}

@Test(arguments: [
    ValueCase.range("65%≤指标值≤75%", "65", "75", "%"),
    .range("65%<指标值≤75%", "65", "75", "%"),
    .range("65≤报销比例≤75%", "65", "75", "%"),
    .range("75%≥指标值≥65%", "65", "75", "%"),
    .range("60%-75%", "60", "75", "%"),
    .range("60-75%", "60", "75", "%"),
    .range("５％～１０％", "5", "10", "%"),
    .range("5～10天", "5", "10", "天"),
    .range("5~10天", "5", "10", "天"),
    .range("5—10天", "5", "10", "天"),
    .range("90%至95%", "90", "95", "%"),
    .range("90%到95%", "90", "95", "%"),
    .range("60（含）-80", "60", "80", nil),
    .range("10-15个工作日", "10", "15", "个工作日"),
    .range("3-5万元", "30000", "50000", "元"),
    .range("3万元-5万元", "30000", "50000", "元"),
    .range("5000元-1万元", "5000", "10000", "元"),
    .range("60%-75%之间", "60", "75", "%"),
    .range("≥60%且≤75%", "60", "75", "%"),
    .range("≤75%，≥60%", "60", "75", "%"),
    .range("约5-10天", "5", "10", "天", sign: "~"),
    .range("±5%", "-5", "5", "%"),
    .range("[60%,80%）", "60", "80", "%"),
])
func readsRanges(_ value: ValueCase) {
    #expect(ValueGrammar.parse(value.cell) == value.expected)
}

@Test(arguments: [
    ValueCase.date("2025年9月底前", "<=", "2025-09-30"),
    .date("2025年年底前", "<=", "2025-12-31"),
    .date("2025年底前", "<=", "2025-12-31"),
    .date("2024年12月底", nil, "2024-12-31"),
    .date("2024年9月底前完成", "<=", "2024-09-30"),
    .date("2025年6月30日前", "<=", "2025-06-30"),
    .date("2025年6月30日之前", "<=", "2025-06-30"),
    .date("2025 年 6 月 30 日前", "<=", "2025-06-30"),
    .date("２０２５年６月３０日前", "<=", "2025-06-30"),
    .date("2023年11月30日。", nil, "2023-11-30"),
    .date("2025.12.31", nil, "2025-12-31"),
    .date("2025-12-31前", "<=", "2025-12-31"),
    .date("2025/1/5", nil, "2025-01-05"),
    .date("2024年2月底", nil, "2024-02-29"),
    .date("2025年2月末", nil, "2025-02-28"),
    .date("2024年12月", nil, "2024-12-31"),
    .date("2024年12月份", nil, "2024-12-31"),
    .date("2025年12月完成", nil, "2025-12-31"),
    .date("≤2025年12月31日", "<=", "2025-12-31"),
    .date("不晚于2025年12月31日", "<=", "2025-12-31"),
    .date("截至2025年12月底", "<=", "2025-12-31"),
    .date("2025年第三季度末", nil, "2025-09-30"),
    .date("2025年一季度前", "<=", "2025-03-31"),
    .date("2025年上半年", nil, "2025-06-30"),
    .date("2025年初", nil, "2025-01-01"),
    .date("2025年", nil, "2025-12-31"),
])
func readsDates(_ value: ValueCase) {
    #expect(ValueGrammar.parse(value.cell) == value.expected)
}

@Test(arguments: [
    ValueCase.phrase("有效保障"),
    .phrase("达成预期指标"),
    .phrase("无"),
    .phrase(""),
    .phrase("4项改革工作", (nil, "4", "项")),
    .phrase("涉及科室及中心数量7个", (nil, "7", "个")),
    .phrase("DIP病种达到3000组左右", ("~", "3000", "组")),
    .phrase("DIP支出占州内住院支出70%以上", (">=", "70", "%")),
    .phrase("覆盖医疗机构300家以上。", (">=", "300", "家")),
    .phrase("实现医保基金年度结余5%-10%", (">=", "5", "%"), ("<=", "10", "%")),
    .phrase("实现“医、保、患”三方共赢"),
    .phrase("达到95%以上", (">=", "95", "%")),
    .phrase("控制在5%以内", ("<=", "5", "%")),
    .phrase("每年不少于2次", (">=", "2", "次")),
    .phrase("满意度≥95%，覆盖率≥90%", (">=", "95", "%"), (">=", "90", "%")),
    .phrase("节约5%", (nil, "5", "%")),
    .phrase("较上年提高2个百分点", (nil, "2", "个百分点")),
    .phrase("发放补助341万元", (nil, "3410000", "元")),
    .phrase("2次/3场", (nil, "2", "次"), (nil, "3", "场")),
    .phrase("100%；98%", (nil, "100", "%"), (nil, "98", "%")),
    .phrase("30日内办结", ("<=", "30", "日")),
    .phrase("服务12个市场主体", (nil, "12", "个")),
    .phrase("由95%提高到98%", (nil, "95", "%"), (nil, "98", "%")),
    .phrase("10家以上医院，不超过3家退出", (">=", "10", "家"), ("<=", "3", "家")),
    // What looks like a quantity and is none.
    .phrase("1:9"),
    .phrase("1：9"),
    .phrase("88/100"),
    .phrase("12月底前"),
    .phrase("12月"),
    .phrase("年底前"),
    .phrase("6月30日前"),
    .phrase("2024-2026年"),
    .phrase("2024年-2026年"),
    .phrase("2024-2026"),
    .phrase("2025-2026学年"),
    .phrase("2025年1-12月"),
    .phrase("2025年1月至2025年12月"),
    .phrase("2025年2月30日"),
    .phrase("2025年持续推进"),
    .phrase("完成2022年以前资金审计"),
    .phrase("上线DIP2.0版"),
    .phrase("执行第15号令"),
    .phrase("按〔2024〕38号文件执行"),
    .phrase("实现7×24小时响应"),
    .phrase("打造15分钟医保经办服务圈"),
    .phrase("建成“15分钟服务点”"),
    .phrase("第2批"),
    .phrase("2季度"),
    .phrase("共5 000 元"),
    .phrase("1.2.3"),
    .phrase("1.完善制度；2.加强管理"),
    .phrase("95分以上为优，5G覆盖", (">=", "95", "分")),
])
func keepsPhrasesWithTheirQuantities(_ value: ValueCase) {
    #expect(ValueGrammar.parse(value.cell) == value.expected)
}

/// Operator, value and unit of three columns, and what they say together.
struct ColumnCase: CustomTestStringConvertible, Sendable {
    var value: String?
    var sign: String?
    var unit: String?
    var expected: ValueCase?
    var testDescription: String { "\(sign ?? "nil") | \(value ?? "nil") | \(unit ?? "nil")" }

    init(_ sign: String?, _ value: String?, _ unit: String?, _ expected: ValueCase?) {
        self.value = value
        self.sign = sign
        self.unit = unit
        self.expected = expected
    }
}

@Test(arguments: [
    ColumnCase("≦", "95.23", "%", .quantity("≦95.23%", "<=", "95.23", "%")),
    ColumnCase("≧", "95%", "%", .quantity("≧95%", ">=", "95", "%")),
    ColumnCase("≥", "≥95", "%", .quantity("≥95%", ">=", "95", "%")),
    ColumnCase("≥", "12个", "个", .quantity("≥12个", ">=", "12", "个")),
    ColumnCase(nil, "12", "县（市）", .quantity("12县（市）", nil, "12", "县（市）")),
    ColumnCase("≤", "876.69", "万元", .quantity("≤876.69万元", "<=", "8766900", "元")),
    ColumnCase("≤", "12.6", "元/人.年", .quantity("≤12.6元/人.年", "<=", "12.6", "元/人.年")),
    ColumnCase("≤", "3.1", "万元/年/点", .quantity("≤3.1万元/年/点", "<=", "31000", "元/年/点")),
    ColumnCase("＝", "5", "万套设备", .quantity("＝5万套设备", "=", "50000", "套设备")),
    ColumnCase("≥", "90", "百分比", .quantity("≥90百分比", ">=", "90", "百分比")),
    ColumnCase("≥", "40", "学校", .quantity("≥40学校", ">=", "40", "学校")),
    ColumnCase("≥", "6", "个月", .quantity("≥6个月", ">=", "6", "个月")),
    ColumnCase("≤", "12", "月", .quantity("≤12月", "<=", "12", "月")),
    ColumnCase("不低于", "95", "%", .quantity("不低于95%", ">=", "95", "%")),
    ColumnCase(nil, "60-80", "%", .range("60-80%", "60", "80", "%")),
    ColumnCase(nil, "95", "%以上", .quantity("95%以上", ">=", "95", "%")),
    ColumnCase("≥", "95", nil, .quantity("≥95", ">=", "95", nil)),
    ColumnCase("≥", "95", "-", .quantity("≥95", ">=", "95", nil)),
    ColumnCase("≥", " 95 ", " % ", .quantity("≥95%", ">=", "95", "%")),
    ColumnCase("定性", "2025年9月底前", nil, .date("2025年9月底前", "<=", "2025-09-30")),
    ColumnCase("定性", "有效缓解", nil, .phrase("有效缓解")),
    ColumnCase("定性", "长期", "/", .phrase("长期")),
    ColumnCase("≤", "2025年12月31日", nil, .date("≤2025年12月31日", "<=", "2025-12-31")),
    ColumnCase("正向", "95", "%", .quantity("95%", nil, "95", "%")),
    ColumnCase(nil, nil, nil, nil),
    ColumnCase("≥", nil, "%", nil),
    ColumnCase("≥", "/", "%", nil),
    ColumnCase("≥", nil, "95%", .quantity("≥95%", ">=", "95", "%")),
])
func readsValuesFromColumns(_ row: ColumnCase) {
    #expect(
        ValueGrammar.parse(value: row.value, operatorText: row.sign, unitText: row.unit) == row.expected?.expected)
}

@Test(arguments: [("10分", "10"), ("98.5%", "98.5"), ("1,000", "1000"), ("5万", "50000"), ("=3", "3")])
func readsNumbersWithTheirUnitLeftOff(_ text: String, _ expected: String) {
    #expect(ValueGrammar.number(text)?.description == expected)
}

@Test(arguments: [
    ("876.69", 4, "8766900"), ("876.69万元", 4, "8766900"), ("876.69万元", 0, "8766900"), ("8,766,900.00", 0, "8766900"),
    ("500元", 4, "500"), ("０", 4, "0"), ("￥1,200.50", 0, "1200.5"),
])
func readsMoney(_ text: String, _ power: Int, _ expected: String) {
    #expect(ValueGrammar.amount(text, power: power)?.description == expected)
}

@Test(arguments: ["", "-", "无", "12人", "95%", "2025年", "1:2", "100万元以内和200万元"])
func refusesWhatIsNoMoney(_ text: String) {
    #expect(ValueGrammar.amount(text) == nil)
}

@Test func tellsBlankCells() {
    for blank in ["", " ", "-", "—", "/", "——", "\n", "／", "　"] { #expect(ValueGrammar.isBlank(blank)) }
    for text in ["无", "0", "--1", "*"] { #expect(!ValueGrammar.isBlank(text)) }
}

@Test func writesAValueInTheOrderOfTheRecord() {
    let value = ValueGrammar.parse("实现结余5%-10%")
    let wanted =
        #"{"text":"实现结余5%-10%","kind":"qualitative","operator":null,"value":null,"lower":null,"upper":null,"#
        + #""unit":null,"date":null,"quantities":[{"operator":">=","value":5,"unit":"%"},"#
        + #"{"operator":"<=","value":10,"unit":"%"}]}"#
    #expect(value.json.description == wanted)
}
