import PageModel
import TableRecon
import Testing

@Suite struct HeaderRowsTests {
    @Test func oneHeaderRowInALattice() {
        let page = PageDrawing().text(["Country   1994", "Austria     47", "France     200"])
            .grid(columns: [-1, 8, 15], lines: [0, 1, 2, 3])
        #expect(page.tables.first?.headerRows == 1)
    }

    @Test func twoHeaderRowsWithASpan() {
        let page = PageDrawing().text([
            "          Sales       ", "Country   1994    1995", "Austria     47      50", "France     200     210",
        ])
        .rule(0, from: -1, to: 23).rule(1, from: 8, to: 23).rule(2, from: -1, to: 23).rule(3, from: -1, to: 23)
        .rule(4, from: -1, to: 23).bar(-1, from: 0, to: 4).bar(8, from: 0, to: 4).bar(16, from: 1, to: 4)
        .bar(23, from: 0, to: 4)
        #expect(page.grids.first?.first == "|Sales{1x2}|^" || page.grids.first?.first == "Country{2x1}|Sales{1x2}|^")
        #expect(page.tables.first?.headerRows == 2)
    }

    @Test func labelsWithTheirValuesAreNoHead() {
        let page = PageDrawing().text([
            "Project   Street lighting   Unit       Lamp office", "Agency    City bureau       Person     Bai",
            "Funds     Source            Budget     Spent", "          State             1,120      1,075",
        ])
        .grid(columns: [-1, 9, 27, 38, 51], lines: [0, 1, 2, 3, 4])
        #expect(page.tables.first?.headerRows == 0)
    }

    @Test func aLabelOverSeveralColumnsHeadsThem() {
        let page = PageDrawing().text([
            "Income               Expenses        ", "Item       Amount    Item      Amount",
            "Grants      8,640    Salaries   6,120", "Fees           60    Travel     2,580",
        ])
        .rule(0, from: -1, to: 38).rule(1, from: -1, to: 38).rule(2, from: -1, to: 38).rule(3, from: -1, to: 38)
        .rule(4, from: -1, to: 38).bar(-1, from: 0, to: 4).bar(9, from: 1, to: 4).bar(19, from: 0, to: 4)
        .bar(29, from: 1, to: 4).bar(38, from: 0, to: 4)
        #expect(page.tables.first?.headerRows == 2)
    }

    @Test func aTableOfFiguresAloneHasNone() {
        let page = PageDrawing().text(["Austria     47    12", "France     200    33", "Spain       90    44"])
            .grid(columns: [-1, 8, 16, 21], lines: [0, 1, 2, 3])
        #expect(page.tables.first?.headerRows == 0)
    }

    @Test func boldTypeMarksAHead() {
        let page = PageDrawing().text(["Role         Holder"], bold: true)
            .text(["Chair        Smith", "Secretary    Jones"], line: 1).grid(
                columns: [-1, 12, 20], lines: [0, 1, 2, 3])
        #expect(page.tables.first?.headerRows == 1)
    }

    /// 合计 is joined over three rows, 科目编码 stands over three columns.
    private var budget: PageDrawing {
        PageDrawing().text([
            "项目                        合计      基本支出", "科目编码          科目名称                     ",
            "类    款    项                                 ", "201   03    01    行政运行  1,200     1,000   ",
            "201   03    02    一般事务  300       100     ",
        ])
        .rule(0, from: -1, to: 50).rule(1, from: -1, to: 27).rule(2, from: -1, to: 17)
        .rule(3, from: -1, to: 50).rule(4, from: -1, to: 50).rule(5, from: -1, to: 50)
        .bar(-1, from: 0, to: 5).bar(5, from: 2, to: 5).bar(11, from: 2, to: 5).bar(17, from: 1, to: 5)
        .bar(27, from: 0, to: 5).bar(37, from: 0, to: 5).bar(50, from: 0, to: 5)
    }

    @Test func headsJoinedOverRows() { #expect(budget.tables.first?.headerRows == 3) }

    @Test func theNumbersOfTheColumnsBelongToTheHead() {
        let page = PageDrawing().text([
            "项目      预算数    决算数", "栏次      1         2     ", "一般公共  1,200     1,000 ", "政府基金  300       100   ",
        ])
        .grid(columns: [-1, 9, 19, 29], lines: [0, 1, 2, 3, 4])
        #expect(page.tables.first?.headerRows == 2)
    }
}
