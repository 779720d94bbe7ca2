import Testing

@testable import Normalize

/// Labels of levels that a page break has put on the next page.
@Suite struct CutLabelsTests {
    private static let title = Drawn.text("项目支出绩效目标表")
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值"]

    @Test func aMergedLabelPrintedBelowTheBreakHoldsAboveItToo() throws {
        let forms = Drawn.forms([
            [
                Self.title,
                .table([
                    Self.header, ["产出指标", "数量指标", "参保人数", "12人"], ["", "社会效益指标", "覆盖面", "95%"],
                ]),
            ],
            [.table([["效益指标", "经济效益指标", "节约资金", "3万元"]], continues: true)],
        ])
        let records = try #require(forms.first).indicators
        #expect(records.map(\.level1) == ["产出指标", "效益指标", "效益指标"])
        #expect(records.map(\.level1Code) == ["output", "benefit", "benefit"])
    }
}
