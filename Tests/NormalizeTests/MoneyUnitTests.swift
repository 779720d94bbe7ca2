import Testing

@testable import Normalize

/// Units of money as captions, labels and headers print them.
@Suite struct MoneyUnitTests {
    @Test(arguments: [
        ("资金（万元）总额", 4), ("单位：元", 0), ("年度金额（亿元）", 8), ("金额单位：百万元", 6), ("千元", 3),
        ("资金投向（人民币，万元）", 4), ("人均(元/年)", nil), ("元旦慰问", nil), ("资金总额", nil),
    ])
    func thePowerOfTenOfAUnit(text: String, power: Int?) {
        #expect(MoneyUnit.power(in: text) == power)
    }

    @Test(arguments: [
        ("年度预算安排（万元）", 4), ("资金安排（金额单位：万元）", 4), ("资金（万元）总额", nil), ("万元", nil),
    ])
    func theUnitInTheLastBracket(text: String, power: Int?) {
        #expect(MoneyUnit.bracketed(in: text) == power)
    }

    @Test(arguments: [("万元", true), ("元", true), ("万元/人", false), ("（万元）", false)])
    func aUnitAndNothingElse(text: String, isUnit: Bool) {
        #expect(MoneyUnit.isUnit(text) == isUnit)
    }

    @Test func aSlipOfTheUnitIsOneOfThesePowers() {
        #expect(MoneyUnit.steps.sorted() == [3, 4, 6, 8])
    }
}
