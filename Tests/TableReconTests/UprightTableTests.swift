import PageModel
import Testing

@testable import TableRecon

@Suite struct UprightTableTests {
    private let settings = TableSettings.Continuation()

    private func opening(_ texts: [(x: Double, text: String)]) -> TableOpening {
        let cells = texts.enumerated().map { column, entry in
            TableCell(
                row: 0, column: column, box: Rect(x0: entry.x, y0: 0, x1: entry.x + 50, y1: 10), text: entry.text)
        }
        let table = Table(
            page: 1, box: Rect(x0: 0, y0: 0, x1: 200, y1: 10), rows: 1, columns: texts.count, method: .lattice,
            cells: cells)
        return TableOpening(UprightTable(table, settings: settings) { $0 }, settings: settings)
    }

    @Test func twoFilledInCopiesBeginAlikeAndGoOnDifferently() {
        let first = opening([(0, "项目名称"), (60, "道路养护")])
        #expect(opening([(0, "项目名称"), (60, "桥梁养护")]).isSameKindOfStart(as: first))
        #expect(!opening([(0, "项目名称"), (60, "道路养护")]).isSameKindOfStart(as: first), "a header said again")
        #expect(!opening([(0, "单位名称"), (60, "桥梁养护")]).isSameKindOfStart(as: first))
        #expect(!opening([(20, "项目名称"), (80, "桥梁养护")]).isSameKindOfStart(as: first), "it stands elsewhere")
    }

    @Test func theWidthOfABracketIsNoDifference() {
        let first = opening([(0, "资金（万元）"), (60, "金额")])
        #expect(!opening([(0, "资金(万元)"), (60, "金额")]).isSameKindOfStart(as: first))
    }

    @Test func aSidewaysPageIsComparedUpright() {
        let layout = PageLayout(number: 1, width: 600, height: 800, tables: [], lines: [], turn: .clockwise)
        let page = UprightPage(layout, settings: settings)
        #expect(page.width == 800 && page.height == 600)
    }

    @Test func bordersCloseTogetherAreOne() {
        let cells = [(0, 0.0, 50.0), (1, 50.6, 100.0)].map { column, x0, x1 in
            TableCell(row: 0, column: column, box: Rect(x0: x0, y0: 0, x1: x1, y1: 10), text: "a")
        }
        let table = Table(
            page: 1, box: Rect(x0: 0, y0: 0, x1: 100, y1: 10), rows: 1, columns: 2, method: .lattice, cells: cells)
        #expect(UprightTable(table, settings: settings) { $0 }.edges == [0, 50, 100])
    }
}
