import Testing

@testable import Normalize

/// Percentages that were misread from pictures.
@Suite struct RateShapeTests: ScannedForms {
    @Test func theActualValueTellsADoubledPercentSign() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值"], ["产出指标", "数量指标", "参保率", "≥990%", "99%"],
        ]
        #expect(try scanned(page).row.target?.text == "≥99%")
    }
}
