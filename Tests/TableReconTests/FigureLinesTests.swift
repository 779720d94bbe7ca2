import PageModel
import TableRecon
import Testing

@Suite struct FigureLinesTests {
    private let grants = [
        "Programme|Purpose|Budget|Actual", "Roads and bridges|Resurfacing of county roads|1,200|1,180",
        "Rural transport|Buses to villages without a station|310|290",
        "Flood control|New gates at the lower weir|845|845",
    ]

    @Test func figuresOnTheFirstLineOfEachRow() {
        let page = PageDrawing().text([
            "Programme        Purpose                   Budget   Actual",
            "Roads and        Resurfacing of             1,200    1,180", "bridges          county roads",
            "Rural            Buses to villages            310      290", "transport        without a station",
            "Flood            New gates at the             845      845", "control          lower weir",
        ])
        #expect(page.grids == [grants])
    }

    @Test func figuresOnTheLastLineOfEachRow() {
        let page = PageDrawing()
            .text(["Programme        Purpose                   Budget   Actual"])
            .text(
                [
                    "Roads and        Resurfacing of", "bridges          county roads               1,200    1,180",
                    "Rural            Buses to villages", "transport        without a station            310      290",
                    "Flood            New gates at the", "control          lower weir                   845      845",
                ], line: 1.5)
        #expect(page.grids == [grants])
    }
}
