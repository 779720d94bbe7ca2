import PageModel
import TableRecon
import Testing

@Suite struct TextChunkTests {
    @Test func leadersEndTheLabel() {
        let page = PageDrawing().text([
            "National defense.........  117,681   135,875",
            "Agriculture:",
            "  Farm income............    4,986     3,200",
            "  Research...............    1,252     1,400",
            "    Total................  493,673   563,583",
        ])
        #expect(
            page.grids.first == [
                "National defense.........|117,681|135,875", "Agriculture:||", "Farm income............|4,986|3,200",
                "Research...............|1,252|1,400", "Total................|493,673|563,583",
            ])
    }
}
