import PageModel
import TableRecon
import Testing

@Suite struct SpanSplitterTests {
    private let body = [
        "Variable      Coefficient   p-value",
        "Intercept           0.123     0.006",
        "Age                -0.034     0.105",
        "Income              1.220     0.017",
    ]

    @Test func headRuledIntoColumnsAndBodyNot() {
        let page = PageDrawing(pitch: 14).text(body)
            .grid(columns: [-1, 12, 26, 36], lines: [0, 1])
            .rule(2, from: -1, to: 36).rule(3, from: -1, to: 36).rule(4, from: -1, to: 36)
            .bar(-1, from: 1, to: 4).bar(36, from: 1, to: 4)
        #expect(
            page.grids == [
                ["Variable|Coefficient|p-value", "Intercept|0.123|0.006", "Age|-0.034|0.105", "Income|1.220|0.017"]
            ])
    }
}
