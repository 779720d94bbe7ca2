import Testing

@testable import Normalize

/// Figures and ranges at a place of a text.
@Suite struct FigureScannerTests {
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
        ValueCase.quantity("3000余人", ">", "3000", "人"),
        .quantity("1亿3000万元", nil, "130000000", "元"),
        .quantity("3万5千元", nil, "35000", "元"),
        .quantity("≥3.5万字", ">=", "35000", "字"),
        .quantity("≥95（%）", ">=", "95", "%"),
        .quantity("≤20（万元）", "<=", "200000", "元"),
        .quantity("≥5000m³/d", ">=", "5000", "m³/d"),
    ])
    func readsFigures(_ value: ValueCase) {
        #expect(ValueGrammar.parse(value.cell) == value.expected)
    }
}
