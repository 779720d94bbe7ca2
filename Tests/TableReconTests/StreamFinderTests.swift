import PageModel
import TableRecon
import Testing

@Suite struct StreamFinderTests {
    /// Every second row is shaded; without the shades nothing tells lines of a cell from rows.
    @Test func shadedBandsAreRows() {
        let page = PageDrawing().text([
            "Programme        Purpose                 Budget", "Roads and        Resurfacing of            1,200",
            "bridges          county roads", "Rural            Buses to villages           310",
            "transport        without a station", "Flood            New gates at the            845",
            "control          lower weir",
        ]).band(1, to: 3, from: -1, to: 50).band(5, to: 7, from: -1, to: 50)
        #expect(
            page.grids == [
                [
                    "Programme|Purpose|Budget", "Roads and bridges|Resurfacing of county roads|1,200",
                    "Rural transport|Buses to villages without a station|310",
                    "Flood control|New gates at the lower weir|845",
                ]
            ])
    }

    @Test func barsOfAChart() {
        var page = PageDrawing(pitch: 24).text([
            "Less than high school                          12.3", "High school graduates                   9.5",
            "Some college                       8.0", "Bachelor degree               5.2",
            "Advanced degree            2.6",
        ])
        for (line, length) in [45.0, 38, 33, 28, 25].enumerated() {
            for side in [0.0, 10] {
                page.page.rulings.append(
                    RulingLine(
                        axis: .horizontal, position: page.y(Double(line)) + side, start: PageDrawing.x(23),
                        end: PageDrawing.x(length), thickness: 0, origin: .fillEdge))
            }
        }
        #expect(page.grids == [])
    }
}
