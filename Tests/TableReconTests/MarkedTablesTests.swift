import PageModel
import Testing

@testable import TableRecon

@Suite struct MarkedTablesTests {
    private let page = PageDrawing().text([
        "Name Price Stock   Since", "Alpha 12 140       May", "Beta 7 90          July", "", "Not asked for  at all",
    ])

    private func grids(_ marks: TableMarks, method: TableMethod? = nil, on drawing: PageDrawing? = nil) -> [[String]] {
        var settings = TableSettings()
        settings.marks = marks
        settings.method = method
        return TableFinder(settings: settings).layout(of: (drawing ?? page).page).tables.map(\.gridRows)
    }

    private func area(_ first: Double, _ last: Double, from: Double, to: Double, page number: Int = 1)
        -> TableMarks.Area
    {
        .init(
            page: number,
            box: Rect(x0: PageDrawing.x(from), y0: page.y(first) - 1, x1: PageDrawing.x(to), y1: page.y(last) - 1))
    }

    @Test func anAreaIsATableAndNothingElseIs() {
        let drawing = PageDrawing().text(["One     1", "Two     2", "", "", "Three   3", "Four    4", "Five    5"])
        let marks = TableMarks(areas: [area(0, 2, from: -1, to: 12)])
        #expect(grids(marks, on: drawing) == [["One|1", "Two|2"]])
        #expect(grids(TableMarks(areas: [area(0, 2, from: -1, to: 12, page: 2)]), on: drawing).isEmpty)
    }

    /// Alignment alone would find a column more.
    @Test func givenColumnsAreAllThereAre() {
        let drawing = PageDrawing().text(["Alpha 12 140   May", "Gamma 14 150   June", "Delta 15 160   July"])
        let marks = TableMarks(
            areas: [area(0, 3, from: -1, to: 26)], columns: [PageDrawing.x(8.5), PageDrawing.x(5.5)])
        #expect(
            grids(marks, on: drawing) == [["Alpha|12|140 May", "Gamma|14|150 June", "Delta|15|160 July"]])
    }

    @Test func columnsWithoutAnAreaHoldForThePage() {
        let drawing = PageDrawing().text(["Alpha 12", "Gamma 14", "Delta 15"])
        #expect(
            grids(TableMarks(columns: [PageDrawing.x(5.5)]), on: drawing) == [["Alpha|12", "Gamma|14", "Delta|15"]])
        #expect(grids(TableMarks(), on: drawing).isEmpty)
    }

    @Test func theLinesOfAnAreaMakeItsCells() {
        let drawing = PageDrawing().text(["Name     Price", "Alpha       12", "Beta         7"])
            .grid(columns: [-1, 7, 15], lines: [0, 1, 2, 3])
        #expect(
            grids(TableMarks(areas: [area(0, 2, from: -1, to: 15)]), on: drawing) == [["Name|Price", "Alpha|12"]])
    }

    @Test func whatStandsBesideTheAreaIsLeftToTheText() {
        var settings = TableSettings()
        settings.marks = TableMarks(areas: [area(0, 3, from: -1, to: 26)])
        let layout = TableFinder(settings: settings).layout(of: page.page)
        #expect(layout.lines.map(\.text).contains { $0.hasPrefix("Not asked for") })
    }
}
