import Testing

@testable import Normalize

/// Headers of levels that lost their number in a picture.
@Suite struct LevelHeaderRepairTests: ScannedForms {
    /// 一 is a single stroke, which dirt and ruling lines look like: it is lost more often than any other character.
    @Test(arguments: [
        ["级指标", "二级指标", "三级指标"], ["-级指标", "二级指标", "三级指标"], ["一级指标", "\"级指标", "三级指标"],
        ["级指标", "级指标", "三级指标"], ["一级指标", "二指标", "三级指标"],
    ])
    func aLevelsHeaderThatLostItsNumberIsRead(_ header: [String]) throws {
        let row = try scanned(rows(header: header + ["指标值", "分值"]), confidence: 0.99).row
        #expect(row.level1Code == "output")
        #expect(row.level2Code == "quantity")
        #expect(row.extra.isEmpty)
        #expect(row.confidence == 0.99)
    }

    /// A form without a second level: the labels below tell more than the neighbours.
    @Test func theLabelsBelowTellTheLevelOfAHeader() throws {
        let page = [["级指标", "三级指标", "指标值"], ["产出指标", "参保率", "≥95%"]]
        let row = try scanned(page).row
        #expect(row.level1 == "产出指标")
        #expect(row.level2 == nil)
    }
}
