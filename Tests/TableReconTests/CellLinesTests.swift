import PageModel
import TableRecon
import Testing

@Suite struct CellLinesTests {
    @Test func labelOverTwoLinesWithFiguresBelow() {
        let page = PageDrawing().text([
            "National defense             117,681   135,875",
            "International affairs          6,091    10,733",
            "General science, space, and                   ",
            "  technology                   5,041     6,055",
            "Energy                         6,856     7,770",
        ])
        #expect(
            page.grids.first == [
                "National defense|117,681|135,875", "International affairs|6,091|10,733",
                "General science, space, and technology|5,041|6,055", "Energy|6,856|7,770",
            ])
    }

    @Test func labelOverTwoLinesWithFiguresAbove() {
        let page = PageDrawing().text([
            "National defense             117,681   135,875",
            "General science, space, and    5,041     6,055",
            "technology                                    ",
            "Energy                         6,856     7,770",
        ])
        #expect(
            page.grids.first == [
                "National defense|117,681|135,875", "General science, space, and technology|5,041|6,055",
                "Energy|6,856|7,770",
            ])
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
}
