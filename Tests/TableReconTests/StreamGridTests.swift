import PageModel
import TableRecon
import Testing

@Suite struct StreamGridTests {
    @Test func everyTextOfATableBelongsToOneCell() {
        let page = PageDrawing().text([
            "Name        1994    1991    1987",
            "Austria       47  (provisional) ",
            "Denmark       27     0.1       4",
            "France       200      66      16",
        ])
        let text = page.tables.flatMap(\.cells).map(\.text).joined()
        for word in ["Austria", "47", "(provisional)", "0.1", "16"] { #expect(text.contains(word)) }
    }

    private let body = [
        "Variable      Coefficient   p-value",
        "Intercept           0.123     0.006",
        "Age                -0.034     0.105",
        "Income              1.220     0.017",
    ]

    @Test func rulesAboveAndBelowHeadAndAtTheBottom() {
        let page = PageDrawing().text(body).rule(0, from: 0, to: 36).rule(1, from: 0, to: 36).rule(4, from: 0, to: 36)
            .text(["Standard errors in parentheses.   See text."], line: 4)
        #expect(
            page.grids == [
                ["Variable|Coefficient|p-value", "Intercept|0.123|0.006", "Age|-0.034|0.105", "Income|1.220|0.017"]
            ])
        #expect(page.tables.first?.method == .mixed)
        #expect(page.tables.first?.headerRows == 1)
    }
}
