import Testing

@testable import Normalize

/// Which rows are the header of an indicator table, and what they name.
@Suite struct IndicatorHeaderTests {
    @Test func underAStackedHeaderTheLowestCellNamesTheColumn() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "绩效标准", "<", "当年预期实现值"],
                ["^", "^", "^", "前年", "上年", "^"],
                ["产出指标", "数量指标", "参保人数", "10人", "11人", "12人"],
            ]))
        let record = try #require(form.indicators.first)
        #expect(form.indicators.count == 1)
        #expect(record.extra["前年"] == "10人")
        #expect(record.extra["上年"] == "11人")
        #expect(record.target?.text == "12人")
    }
}
