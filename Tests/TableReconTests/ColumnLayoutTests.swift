import PageModel
import TableRecon
import Testing

@Suite struct ColumnLayoutTests {
    @Test func groupsOfColumnsSideBySideAreOneTable() {
        let page = PageDrawing().text([
            "State       Code   State        Code",
            "Alabama       01   Kansas         20",
            "Alaska        02   Kentucky       21",
            "Arizona       04   Louisiana      22",
        ])
        #expect(
            page.grids == [
                ["State|Code|State|Code", "Alabama|01|Kansas|20", "Alaska|02|Kentucky|21", "Arizona|04|Louisiana|22"]
            ])
    }
}
