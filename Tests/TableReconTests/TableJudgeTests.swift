import PageModel
import TableRecon
import Testing

@Suite struct TableJudgeTests {
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

    @Test func equationsWithNumbers() {
        let page = PageDrawing().text(prose(5)).text(
            ["          y = a + b x                              (1)"], line: 6
        )
        .text(prose(5), line: 8).text(["          z = c + d y                              (2)"], line: 14).text(
            prose(4), line: 16)
        #expect(page.grids == [])
    }
}
