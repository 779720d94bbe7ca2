import PageModel
import TableRecon
import Testing

@Suite struct TableMarksTests {
    @Test func areasAsTheyAreTyped() {
        #expect(
            TableMarks.Area("2:10,20.5,300,400")
                == TableMarks.Area(page: 2, box: Rect(x0: 10, y0: 20.5, x1: 300, y1: 400)))
    }

    @Test(arguments: ["", "1", "1:", "0:1,2,3,4", "1:1,2,3", "1:1,2,3,4,5", "1:3,2,1,4", "1:1,2,nan,4", "x:1,2,3,4"])
    func whatIsNoArea(_ text: String) { #expect(TableMarks.Area(text) == nil) }

    @Test func columnsAreSorted() { #expect(TableMarks(columns: [20, 10]).columns == [10, 20]) }
}
