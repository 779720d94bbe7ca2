import PageModel
import TableRecon
import Testing

@Suite struct ProseFinderTests {
    @Test func runningText() { #expect(PageDrawing().text(prose(30)).grids == []) }

    @Test func twoColumnsOfText() {
        let lines = zip(prose(30, width: 46), prose(31, width: 46).dropFirst()).map { left, right in
            left.padding(to: 50) + right
        }
        #expect(PageDrawing().text(lines).grids == [])
    }

    @Test func chineseTextInTwoColumns() {
        let left = "根据有关规定我单位组织开展了部门整体支出绩效自"
        let right = "评工作现将有关情况报告如下全年预算执行情况良好"
        #expect(PageDrawing().text([String](repeating: left + "    " + right, count: 20)).grids == [])
    }
}
