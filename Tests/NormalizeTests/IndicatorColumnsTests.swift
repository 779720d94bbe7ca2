import Testing

@testable import Normalize

/// Which column of an indicator table holds what.
@Suite struct IndicatorColumnsTests: ScannedForms {
    @Test func halfAYearsValueIsExtraBesideTheYears() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"],
                ["产出", "产出数量", "河道清淤", "≥6公里", "≥12公里"],
            ]))
        #expect(form.indicators[0].target?.text == "≥12公里")
        #expect(form.indicators[0].extra["半年（程）指标值"] == "≥6公里")
        #expect(form.indicators[0].level2Code == "quantity")
    }

    @Test func twoTreesSideBySideBothGiveRecords() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "三年人数", "300人", "质量指标", "今年比例", "95%"],
            ]))
        #expect(Set(form.names) == ["三年人数", "今年比例"])
        #expect(form.indicators.allSatisfy { $0.level1 == "产出指标" })
        #expect(form.indicators.first { $0.level3 == "今年比例" }?.level2 == "质量指标")
        #expect(form.indicators.first { $0.level3 == "今年比例" }?.target?.text == "95%")
    }

    // MARK: Rows read from a picture

    /// The label of a level without a column belongs to all the rows that it reaches over.
    @Test func rowsOfALevelUnderABlankHeaderAreDoubtful() throws {
        let page = [
            ["一级指标", "", "三级指标", "指标值"], ["产出指标", "数量指标", "参保率", "≥95%"], ["^", "^", "参保人数", "≥95人"],
        ]
        let form = try #require(Drawn.scannedForm(page, confidence: 0.99))
        #expect(form.indicators.count == 2)
        #expect(form.indicators.allSatisfy { $0.confidence < 0.8 })
    }

    @Test func aRowWithTextUnderABlankHeaderIsDoubtful() throws {
        let header = ["一级指标", "二级指标", "三级指标", "指标值", ""]
        #expect(try scanned(rows(header: header), confidence: 0.99).row.confidence < 0.8)
    }

    @Test func aLevelInFrontOfTheFirstColumnIsDoubtful() throws {
        let row = try scanned(rows(header: ["", "二级指标", "三级指标", "指标值", "分值"]), confidence: 0.99).row
        #expect(row.level1 == nil)
        #expect(row.confidence < 0.8)
    }
}
