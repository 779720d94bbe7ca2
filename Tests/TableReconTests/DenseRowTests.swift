import PageModel
import TableRecon
import Testing

/// Rows of several lines that follow each other without more space than between lines.
@Suite struct DenseRowTests {
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

    /// Without figures a line with text in most columns begins a row.
    @Test func textsAlone() {
        let page = PageDrawing().text([
            "Country         Capital        Currency            Language",
            "Austria         Vienna         Euro                German",
            "Switzerland     Bern           Swiss franc         German, French,",
            "                                                   Italian, Romansh",
            "Belgium         Brussels       Euro                Dutch, French,",
            "                                                   German",
            "Denmark         Copenhagen     Krone               Danish",
        ])
        #expect(
            page.grids == [
                [
                    "Country|Capital|Currency|Language", "Austria|Vienna|Euro|German",
                    "Switzerland|Bern|Swiss franc|German, French, Italian, Romansh",
                    "Belgium|Brussels|Euro|Dutch, French, German", "Denmark|Copenhagen|Krone|Danish",
                ]
            ])
    }

    /// A label's words tell where it begins; a long one above it does not run on into it.
    @Test func labelsThatRunOnBelowLongOnes() {
        let page = PageDrawing().text([
            "                                          2019      2018",
            "Revenue from contracts with customers    1,200     1,180", "Cost of goods sold, including",
            "  depreciation and amortisation           (310)     (290)",
            "Gross profit                               890       890", "Selling, general and",
            "  administrative expenses                 (845)     (745)",
            "Net income before tax                       45       145",
        ])
        #expect(
            page.grids == [
                [
                    "|2019|2018", "Revenue from contracts with customers|1,200|1,180",
                    "Cost of goods sold, including depreciation and amortisation|(310)|(290)", "Gross profit|890|890",
                    "Selling, general and administrative expenses|(845)|(745)", "Net income before tax|45|145",
                ]
            ])
    }

    @Test func theLastLabelRunsOnBelowItsFigures() {
        let page = PageDrawing().text([
            "Item                     Total   Males", "Office rent                770    17.9",
            "Participants in adult     36.4     905", "education programmes", "Length of cycle paths      789     143",
            "Number of inspections       75      12", "carried out so far",
        ])
        #expect(
            page.grids == [
                [
                    "Item|Total|Males", "Office rent|770|17.9", "Participants in adult education programmes|36.4|905",
                    "Length of cycle paths|789|143", "Number of inspections carried out so far|75|12",
                ]
            ])
    }

    /// Rows of one line between rows of several are no labels set in the middle of two rows.
    @Test func shortRowsBetweenLongOnesStayRows() {
        let page = PageDrawing()
            .text(["Item                     Total   Males"])
            .text(["Grants to local           73.6      89", "authorities for road", "maintenance"], line: 1.5)
            .text(["Office rent                770    17.9"], line: 4.8)
            .text(["Purchase of vehicles       253       1"], line: 6.1)
            .text(["Participants in adult     36.4     905", "education programmes"], line: 7.4)
            .text(["Length of cycle paths      789     143"], line: 9.7)
        #expect(
            page.grids == [
                [
                    "Item|Total|Males", "Grants to local authorities for road maintenance|73.6|89",
                    "Office rent|770|17.9", "Purchase of vehicles|253|1",
                    "Participants in adult education programmes|36.4|905", "Length of cycle paths|789|143",
                ]
            ])
    }
}
