import Testing

@testable import Normalize

/// Labels, headers and figures of the head that were misread from pictures.
@Suite struct LabelRepairTests: ScannedForms {
    // MARK: Words of the dictionary

    @Test func aLabelOfTheHeadIsRead() throws {
        var page = rows()
        page[0][3] = "主管部内"
        let form = try scanned(page).form
        #expect(form.department == "交通局")
        #expect(form.ocrRaw == ["主管部门": "主管部内"])
    }

    @Test func aFundIsReadInSpiteOfDirtBehindItsNote() throws {
        let page = [["资金总额（万元）.", "286.4", "<", "<", "<"]] + rows()
        let fund = try #require(try scanned(page).form.funds.first)
        #expect(fund.item == .total)
        #expect(fund.label == "资金总额（万元）")
    }

    @Test func aFigureBehindTheNoteStays() throws {
        let page = [["资金总额（万元）286.4", "<", "<", "<", "<"]] + rows()
        let fund = try #require(try scanned(page).form.funds.first)
        #expect(fund.amount?.description == "2864000")
    }

    @Test func aColumnOfFundsIsReadWithoutTheBracketThatClosesItsName() throws {
        let page =
            [
                ["", "年初预算数", "全年预算数（A", "全年执行数（B）", "分值"], ["年度资金总额", "3", "4", "2", "10"],
            ] + rows()
        let form = try scanned(page).form
        #expect(form.funds.first?.adjustedBudget != nil)
    }

    /// The value behind a label is nobody's label, however near to one.
    @Test func aValueIsNoLabel() throws {
        var page = rows()
        page[0][1] = "基木支出"
        #expect(try scanned(page).form.projectName == "基木支出")
    }

    @Test(arguments: ["二级旨标", "二级.指标", "二级指"])
    func aHeaderIsRead(_ text: String) throws {
        let (form, row) = try scanned(rows(header: ["一级指标", text, "三级指标", "指标值", "分值"]))
        #expect(row.level2 == "数量指标")
        #expect(form.ocrRaw == ["二级指标": text])
    }

    /// One character tells it from a header that the dictionary knows, and that one stands beside it.
    @Test func aHeaderBesideTheOneItLooksLikeStays() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "半年指标值", "全年指标值"],
            ["产出指标", "数量指标", "参保率", "≥50%", "≥95%"],
        ]
        let row = try scanned(page, confidence: 0.8).row
        #expect(row.target?.text == "≥95%")
        #expect(row.extra == ["半年指标值": "≥50%"])
    }

    // MARK: Values

    // MARK: Columns of operators and units

    // MARK: Lost structure

    // MARK: What the picture told already

    /// The engine read 30.000, the picture shows a comma.
    @Test func aReadingThatThePictureRepairedIsKept() throws {
        var page = Drawn.page(
            1, [.text("项目支出绩效目标表"), .table(rows(value: "≥30,000人"))], source: .ocr, confidence: 0.9)
        for index in page.tables[0].cells.indices where page.tables[0].cells[index].text == "≥30,000人" {
            page.tables[0].cells[index].asRead = "≥30.000人"
        }
        for index in page.tables[0].cells.indices where page.tables[0].cells[index].text == "交通局" {
            page.tables[0].cells[index].asRead = "交通局"
        }
        var assembler = FormAssembler(dictionary: .builtIn)
        let form = try #require((assembler.consume(page) + assembler.finish()).first)
        let row = try #require(form.indicators.first)
        #expect(row.target?.text == "≥30,000人")
        #expect(row.ocrRaw == ["target": "≥30.000人"])
        #expect(row.repairs.isEmpty, "nothing of the form's words was needed")
        #expect(form.ocrRaw.isEmpty, "the indicator tells it")
    }

    // MARK: Text that is in the file

}
