import Testing

@testable import Normalize

/// Comparators in words, before and behind figures.
@Suite struct ComparatorWordsTests {
    @Test(arguments: [
        ValueCase.quantity("不低于95%", ">=", "95", "%"),
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
    ])
    func readsComparators(_ value: ValueCase) {
        #expect(ValueGrammar.parse(value.cell) == value.expected)
    }
}
