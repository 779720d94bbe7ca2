import Testing

@testable import Normalize

/// Values of three columns.
@Suite struct ValueGrammarColumnsTests {
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
}
