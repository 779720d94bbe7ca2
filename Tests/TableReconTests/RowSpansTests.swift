import PageModel
import TableRecon
import Testing

@Suite struct RowSpansTests {
    @Test func labelsOfGroupsHeadTheRowsBelowThem() {
        let page = PageDrawing().text([
            "Characteristic              2000    2005", "Age                                     ",
            "   Under 18 years           26.8    89.0", "   65 years and over        30.1    53.9",
            "Race and Hispanic origin                ", "   White                    78.1    56.9",
            "   Black                    29.4    54.9",
        ])
        #expect(
            page.grids.first == [
                "Characteristic|2000|2005", "Age||", "Under 18 years|26.8|89.0", "65 years and over|30.1|53.9",
                "Race and Hispanic origin||", "White|78.1|56.9", "Black|29.4|54.9",
            ])
    }

    @Test func labelsInTheMiddleOfTheirRowsSpanThem() {
        let page = PageDrawing(pitch: 6)
            .text(["          数量指标      培训人数      100"], line: 0)
            .text(["产出指标                                 "], line: 1.5)
            .text(["          质量指标      合格比率       98"], line: 3)
            .text(["          经济效益      节约资金       12"], line: 6)
            .text(["效益指标                                 "], line: 7.5)
            .text(["          社会效益      服务覆盖       95"], line: 9)
        #expect(
            page.grids.first == [
                "产出指标{2x1}|数量指标|培训人数|100", "^|质量指标|合格比率|98", "效益指标{2x1}|经济效益|节约资金|12",
                "^|社会效益|服务覆盖|95",
            ])
    }

    @Test func rulesThatStopBesideALabelMakeItSpan() {
        let page = PageDrawing(pitch: 16).text([
            "            数量指标      培训人数      100",
            "产出指标    质量指标      合格比率       98",
            "            时效指标      完成时间       12",
            "效益指标    社会效益      服务覆盖       95",
        ]).rule(0, from: 0, to: 44).rule(1, from: 11, to: 44).rule(2, from: 11, to: 44).rule(3, from: 0, to: 44)
            .rule(4, from: 0, to: 44)
        #expect(
            page.grids.first == [
                "产出指标{3x1}|数量指标|培训人数|100", "^|质量指标|合格比率|98", "^|时效指标|完成时间|12",
                "效益指标|社会效益|服务覆盖|95",
            ])
    }

    /// An odd number of rows has one at the height of the label.
    @Test func labelsBetweenRulesSpanTheRowsThatTheyAreInTheMiddleOf() {
        let page = PageDrawing().text([
            "Set       Length   Error   Time", "             240   0.915    1.5",
            "ETTh2        160   0.885    4.5", "             120   0.787    0.0",
            "             360   0.887    1.2", "NI           240   0.770    3.7",
            "             180   0.692    6.1",
        ]).rule(0, from: -1, to: 33).rule(1, from: -1, to: 33).rule(4, from: -1, to: 33).rule(7, from: -1, to: 33)
        #expect(
            page.grids == [
                [
                    "Set|Length|Error|Time", "ETTh2{3x1}|240|0.915|1.5", "^|160|0.885|4.5", "^|120|0.787|0.0",
                    "NI{3x1}|360|0.887|1.2", "^|240|0.770|3.7", "^|180|0.692|6.1",
                ]
            ])
    }
}
