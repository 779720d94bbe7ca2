import PageModel
import TableRecon
import Testing

@Suite struct TypedRulesTests {
    @Test func typedRulesAreLines() {
        let page = PageDrawing().text([
            "       Table 12. Persons by marital status       ",
            "-------------------------------------------------",
            "Marital status       Total      Male     Female  ",
            "-------------------------------------------------",
            "Never married       45,000    25,000     20,000  ",
            "Divorced            26,000     7,000     19,000  ",
            "-------------------------------------------------",
            "Source: Bureau of the Census.",
        ])
        #expect(
            page.grids == [
                [
                    "Marital status|Total|Male|Female", "Never married|45,000|25,000|20,000",
                    "Divorced|26,000|7,000|19,000",
                ]
            ])
    }
}
