import Testing

@testable import Normalize

/// Cells of an indicator row that were misread from pictures, and the same texts in a file that holds them itself.
@Suite struct RowRepairTests: ScannedForms {
    @Test func aFigureWithoutASignInAnOperatorColumnIsDoubtful() throws {
        #expect(try splitRow("参保人数", "", "95", "人").confidence < 0.8)
        #expect(try splitRow("参保人数", "=", "95", "人").confidence == 0.9)
    }

    @Test func aFigureWithoutASignInTheColumnOfDirectionsIsDoubtful() throws {
        let header = ["一级指标", "三级指标", "指标性质", "指标方向", "目标值", "计量单位"]
        func confidence(_ sign: String) throws -> Double {
            try scanned([header, ["产出指标", "单车价格", "反向", sign, "28.6", "万元"]], confidence: 0.99).row.confidence
        }
        #expect(try confidence("") < 0.8)
        #expect(try confidence("≤") == 0.99)
    }

    @Test func aRemarkOfMarksAloneIsDirt() throws {
        let page = [["一级指标", "三级指标", "指标值", "备注"], ["产出指标", "参保率", "≥95%", ":/"]]
        let row = try scanned(page, confidence: 0.99).row
        #expect(row.remark == nil)
        #expect(row.confidence < 0.8)
    }

    @Test(arguments: ["数量旨标", "质量指标'", "！质量指标", "质指标", "经济效益.指标"])
    func aLevelLabelIsRead(_ label: String) throws {
        let row = try scanned(rows(level2: label)).row
        let code = label.contains("质") ? "quality" : label.contains("经济") ? "economic_benefit" : "quantity"
        #expect(row.level2Code == code)
        #expect(row.repairs.contains(.ocrLexicon))
        #expect(row.confidence <= 0.85)
        #expect(row.ocrRaw["level2"] == label)
    }

    @Test func aWeightBehindALevelStays() throws {
        let row = try scanned(rows(level1: "产出旨标（50分）")).row
        #expect(row.level1 == "产出指标")
        #expect(row.level1Weight == 50)
        #expect(row.ocrRaw["level1"] == "产出旨标（50分）")
    }

    @Test func exportedTextIsNeverTouched() throws {
        for (level2, value, weight) in [("数量旨标", "295%", "1O"), ("质指标", "≤11.5%0", "'10"), ("！质量指标", "1OO%", "-5")] {
            let form = try #require(Drawn.form(rows(level2: level2, value: value, weight: weight)))
            let row = try #require(form.indicators.first)
            #expect(row.level2 == level2)
            #expect(row.target?.text == value)
            #expect(row.repairs.isDisjoint(with: [.ocrLexicon, .ocrValue]))
            // A weight that is no number is text that was not taken up.
            #expect(row.weight == nil ? row.confidence < 0.9 : row.confidence == 1)
            #expect(row.ocrRaw.isEmpty && form.ocrRaw.isEmpty)
        }
    }
}
