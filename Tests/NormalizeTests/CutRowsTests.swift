import Testing

@testable import Normalize

/// Rows that a page break cut in two.
@Suite struct CutRowsTests {
    private static let title = Drawn.text("项目支出绩效目标表")
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值"]

    @Test func aLongTextCutByTheBreakIsOneText() throws {
        let forms = Drawn.forms([
            [
                Self.title,
                .table([["项目名称", "医疗救助", "<", "<"], ["年度总体目标", "完成参保登记，", "<", "<"]]),
            ],
            [
                .table(
                    [["", "提高参保率。", "<", "<"], Self.header, ["产出指标", "数量指标", "参保人数", "12人"]],
                    continues: true)
            ],
        ])
        let form = try #require(forms.first)
        #expect(form.expectedGoal?.filter { !$0.isWhitespace } == "完成参保登记，提高参保率。")
        #expect(form.names == ["参保人数"])
    }

    @Test func aRowCutByTheBreakIsOneRecord() throws {
        let forms = Drawn.forms([
            [
                Self.title,
                .table([
                    Self.header, ["产出指标", "数量指标", "参保人数", "12人"],
                    ["效益指标", "社会效益指标", "对健全医疗保障", "持续"],
                ]),
            ],
            [
                .table(
                    [["", "", "体系的影响", ""], ["满意度指标", "满意度指标", "患者满意度", "≥90%"]], continues: true)
            ],
        ])
        let form = try #require(forms.first)
        #expect(form.names == ["参保人数", "对健全医疗保障体系的影响", "患者满意度"])
        #expect(form.indicators[1].target?.text == "持续")
        #expect(form.indicators[1].source.page == 1)
        #expect(form.indicators[1].repairs.contains(.pageContinued))
    }
}
