import Testing

@testable import Normalize

/// Forms over several pages, and several forms in one document.
@Suite struct FormAssemblerTests {
    private static let title = Drawn.text("项目支出绩效目标表")
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值"]

    @Test func aTableGoesOnWithoutItsHeader() throws {
        let forms = Drawn.forms([
            [
                Self.title,
                .table([Self.header, ["产出指标", "数量指标", "参保人数", "12人"], ["^", "^", "培训次数", "4次"]]),
            ],
            [.table([["", "", "宣传次数", "8次"], ["效益指标", "社会效益指标", "覆盖面", "≥95%"]], continues: true)],
        ])
        let form = try #require(forms.first)
        #expect(forms.count == 1)
        #expect(form.names == ["参保人数", "培训次数", "宣传次数", "覆盖面"])
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标", "效益指标"])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标", "数量指标", "社会效益指标"])
        #expect(form.indicators.map(\.source.page) == [1, 1, 2, 2])
        #expect(form.pages == [1, 2])
        #expect(form.indicators[2].repairs.contains(.pageContinued))
    }

    @Test func aRepeatedHeaderIsNoRow() throws {
        let forms = Drawn.forms([
            [Self.title, .table([Self.header, ["产出指标", "数量指标", "参保人数", "12人"]])],
            [.table([Self.header, ["", "", "培训次数", "4次"]], continues: true)],
        ])
        #expect(forms.count == 1)
        #expect(forms.first?.names == ["参保人数", "培训次数"])
        #expect(forms.first?.indicators.last?.level1 == "产出指标")
        #expect(forms.first?.indicators.last?.level2 == "数量指标")
    }

    @Test func aRepeatedHeaderMayHaveBracketsOfAnotherWidth() throws {
        let first = ["一级指标", "二级指标", "三级指标", "年度指标值（A）"]
        let second = ["一级指标", "二级指标", "三级指标", "年度指标值(A)"]
        let forms = Drawn.forms([
            [Self.title, .table([first, ["产出指标", "数量指标", "参保人数", "12人"]])],
            [.table([second, ["", "", "培训次数", "4次"]], continues: true)],
        ])
        #expect(forms.first?.names == ["参保人数", "培训次数"])
        #expect(forms.first?.indicators.last?.level2 == "数量指标")
    }

    @Test func aTitlePrintedAgainOnTheNextPageBeginsNoForm() throws {
        let forms = Drawn.forms([
            [Self.title, .table([Self.header, ["产出指标", "数量指标", "参保人数", "12人"]])],
            [Self.title, .table([Self.header, ["效益指标", "社会效益指标", "覆盖面", "95%"]], continues: true)],
        ])
        #expect(forms.map(\.names) == [["参保人数", "覆盖面"]])
    }

    @Test func twoFormsOnOnePageKeepApart() throws {
        let forms = Drawn.forms([
            [
                .text("项目支出绩效目标批复表"),
                .table([["项目名称", "甲项目", "<", "<"], Self.header, ["产出指标", "数量指标", "参保人数", "12人"]]),
                .text("项目支出绩效自评表"), .text("（2024年度）"),
                .table([["项目名称", "乙项目", "<", "<"], Self.header, ["产出指标", "数量指标", "培训次数", "4次"]]),
            ]
        ])
        #expect(forms.map(\.projectName) == ["甲项目", "乙项目"])
        #expect(forms.map(\.kind) == [.projectTargetApproval, .projectSelfEvaluation])
        #expect(forms.map(\.fiscalYear) == [nil, 2024])
        #expect(forms.map(\.names) == [["参保人数"], ["培训次数"]])
    }

    @Test func theSecondFormOfADocumentKnowsNothingOfTheFirst() throws {
        let forms = Drawn.forms([
            [
                Self.title, .text("单位：万元"),
                .table([
                    ["主管部门", "[187]甲局", "<", "<"], ["资金总额", "5", "<", "<"], Self.header,
                    ["产出指标(50分)", "数量指标", "参保人数", "12人"],
                ]),
            ],
            [
                Self.title,
                .table([["项目名称", "乙项目", "<", "<"], Self.header, ["", "", "培训次数", "4次"]]),
            ],
        ])
        try #require(forms.count == 2)
        #expect(forms[0].funds.map(\.amount) == [50000])
        #expect(forms[1].department == nil)
        #expect(forms[1].funds.isEmpty)
        #expect(forms[1].indicators.map(\.level1) == [nil])
        #expect(forms[1].indicators.map(\.level1Weight) == [nil])
    }

    @Test func aTitleWithoutIndicatorsIsNoForm() {
        #expect(Drawn.forms([[Self.title, .table([["项目名称", "甲项目"], ["主管部门", "乙局"]])]]).isEmpty)
        #expect(Drawn.forms([[.text("部门预算表"), .table([["科目", "金额"], ["工资", "12"]])]]).isEmpty)
        #expect(Drawn.forms([[], []]).isEmpty)
    }
}
