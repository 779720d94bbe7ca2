import PageModel
import TableRecon
import Testing

/// Pages without tables.
@Suite struct NoTableTests {
    private static let sentence =
        "The assessment of programs indicates that a large share of the funds went into administrative support and"

    private func prose(_ lines: Int, width: Int = 100) -> [String] {
        (0..<lines).map { index in
            let words = Self.sentence.split(separator: " ")
            var text = ""
            var next = index
            while text.count + words[next % words.count].count + 1 <= width {
                text += (text.isEmpty ? "" : " ") + words[next % words.count]
                next += 1
            }
            return text
        }
    }

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

    @Test func bulletsAndNumbers() {
        let bullets = (0..<8).map { _ in "•   Higher correlation levels for countries" }
        let numbers = (1..<9).map { "\($0).   Item of the list" }
        #expect(PageDrawing().text(bullets).text(numbers, line: 12).grids == [])
    }

    @Test func contents() {
        let lines = (1..<12).map { "\($0).\($0)   Chapter about something ...............  \($0 * 7)" }
        #expect(PageDrawing().text(lines).grids == [])
    }

    @Test func sourceCode() {
        let page = PageDrawing().text([
            "int main(int argc)            /* entry point */", "{",
            "    int     count = 0;        /* lines seen */", "    double  total = 0.0;      /* running sum */",
            "    char    buf[256];         /* input line */", "    while (fgets(buf)) {",
            "        total += 1;           /* only positive */", "        count++;", "    }",
            "    printf(total);            /* report */", "    return 0;", "}",
        ])
        #expect(page.grids == [])
    }

    @Test func theIndexOfABook() {
        let names = ["Abrams, J.", "Baker, T.", "Chen, L.", "Diaz, M."]
        let lines = (0..<12).map { row in
            (0..<3).map { "\(names[(row + $0) % 4]), \(row * 7 + $0 + 3)".padding(to: 26) }.joined()
        }
        #expect(PageDrawing().text(lines).grids == [])
    }

    @Test func headingsWithNumbers() {
        let lines = ["4     Empirical strategies", "", "4.1   Who is affected", "", "4.1.1 Model to test"]
        #expect(PageDrawing().text(lines).grids == [])
    }

    @Test func aFrameRoundText() {
        let page = PageDrawing().text(prose(6)).grid(columns: [-1, 101], lines: [-0.5, 7])
        #expect(page.grids == [])
        #expect(TableFinder().layout(of: page.page).lines.count == 6)
    }

    @Test func aBorderOfThePage() {
        var page = PageDrawing().text(prose(20))
        for (axis, position, end) in [
            (Axis.horizontal, 20.0, 592.0), (.horizontal, 772, 592), (.vertical, 20, 772), (.vertical, 592, 772),
        ] {
            page.page.rulings.append(
                RulingLine(axis: axis, position: position, start: 20, end: end, thickness: 1, origin: .stroke))
        }
        #expect(page.grids == [])
    }

    @Test func aTableInsideABorderOfThePage() {
        var page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        for (axis, position, end) in [
            (Axis.horizontal, 20.0, 592.0), (.horizontal, 772, 592), (.vertical, 20, 772), (.vertical, 592, 772),
        ] {
            page.page.rulings.append(
                RulingLine(axis: axis, position: position, start: 20, end: end, thickness: 1, origin: .stroke))
        }
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
    }

    @Test func theGridOfAChart() {
        var page = PageDrawing().text(["", "    30.5         49.0     20.4", "", "", "  29.7        48.6      21.7"])
        page = page.grid(columns: [0, 8, 16, 24, 32, 40], lines: [0, 0.6, 1, 1.8, 2.4, 3, 3.6, 4, 4.8, 5.4])
        #expect(page.grids == [])
    }

    @Test func rulesOfHeaderAndFootnotes() {
        let page = PageDrawing().text(["Presentation of findings"]).rule(1.2, from: 0, to: 100).text(prose(20), line: 2)
            .rule(23, from: 0, to: 30).text(
                ["1   See the report of the committee, page 12.", "2   Idem, page 15."], line: 23.5)
        #expect(page.grids == [])
    }

    @Test func equationsWithNumbers() {
        let page = PageDrawing().text(prose(5)).text(
            ["          y = a + b x                              (1)"], line: 6
        )
        .text(prose(5), line: 8).text(["          z = c + d y                              (2)"], line: 14).text(
            prose(4), line: 16)
        #expect(page.grids == [])
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
