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
}
