import PageModel
import TableRecon
import Testing

@Suite struct WordTests {
    @Test func spacedLeadersAreNoWords() {
        let page = PageDrawing().text([
            "                                                1998     1999",
            "Fees . . . . . . . . . . . . . . . . . .      53,364   77,913",
            "Interest . . . . . . . . . . . . . . . .         782    6,554",
            "Personnel  . . . . . . . . . . . . . . .      40,877   83,532",
            "Rent . . . . . . . . . . . . . . . . . .      31,514   12,073",
        ])
        #expect(page.grids.first?.count == 5)
        #expect(page.tables.first?.columns == 3)
    }
}
