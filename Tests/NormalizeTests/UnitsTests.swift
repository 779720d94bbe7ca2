import Testing

@testable import Normalize

/// Scale words and units behind figures.
@Suite struct UnitsTests {
    @Test(arguments: [
        // Scale words.
        ValueCase.quantity("≥341万人", ">=", "3410000", "人"),
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
    ])
    func readsUnits(_ value: ValueCase) {
        #expect(ValueGrammar.parse(value.cell) == value.expected)
    }
}
