import Testing

@testable import Normalize

/// Labels of levels: their codes, weights and outlines.
@Suite struct LevelLabelTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值", "备注"]

    @Test func aBracketedWeightIsCutOffTheLevels() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标(50分)", "数量指标（20分）", "参保人数", "12人", ""],
                ["^", "^", "培训次数", "4次", ""],
            ]))
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标"])
        #expect(form.indicators.map(\.level1Weight) == [50, 50])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标"])
        #expect(form.indicators[0].level2Code == "quantity")
    }

    @Test(arguments: [
        ("决策", nil), ("过程", "process"), ("产出", "output"), ("效益", "benefit"), ("满意度", "satisfaction"),
        ("投入", "input"), ("成本指标", "cost"),
    ])
    func levelCodes(label: String, code: String?) throws {
        let form = try #require(Drawn.form([Self.header, [label, "其他指标", "参保人数", "12人", ""]]))
        #expect(form.indicators[0].level1Code == code)
        #expect(form.indicators[0].level2Code == nil)
    }
}
