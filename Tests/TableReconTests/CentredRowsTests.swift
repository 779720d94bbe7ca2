import PageModel
import TableRecon
import Testing

@Suite struct CentredRowsTests {
    private let grants = [
        "Programme|Purpose|Budget|Actual", "Roads and bridges|Resurfacing of county roads|1,200|1,180",
        "Rural transport|Buses to villages without a station|310|290",
        "Flood control|New gates at the lower weir|845|845",
    ]

    @Test func figuresInTheMiddleOfEachRow() {
        let page = PageDrawing()
            .text(["Programme        Purpose                   Budget   Actual"])
            .text(["Roads and        Resurfacing of", "bridges          county roads"], line: 1)
            .text(["                                            1,200    1,180"], line: 1.5)
            .text(["                 To all villages that"], line: 3)
            .text(["Buses            have no station              310      290"], line: 4)
            .text(["                 of their own"], line: 5)
            .text(["Flood control    New gates                    845      845"], line: 6)
        var rows = grants
        rows[2] = "Buses|To all villages that have no station of their own|310|290"
        rows[3] = "Flood control|New gates|845|845"
        #expect(page.grids == [rows])
    }
}
