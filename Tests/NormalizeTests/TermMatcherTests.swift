import Testing

@testable import Normalize

/// Misread words of a closed list.
@Suite struct TermMatcherTests: ScannedForms {
    @Test func charactersLostInsideAHeaderAreFound() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "计符", "指标值"], ["产出指标", "数量指标", "参保率", "≧", "95%"],
        ]
        #expect(try scanned(page).row.target?.comparator == .atLeast)
    }

    /// 效果 is a label of its own; so is what was surely read and is only near to a label.
    @Test(arguments: [("效果指标", 0.9), ("环境效益指标", 0.9), ("社会效能指标", 0.98)])
    func anotherLabelStays(_ label: String, confidence: Double) throws {
        let row = try scanned(rows(level2: label), confidence: confidence).row
        #expect(row.level2 == label)
        #expect(!row.repairs.contains(.ocrLexicon))
        #expect(row.ocrRaw.isEmpty)
    }
}
