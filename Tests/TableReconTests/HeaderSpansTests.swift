import PageModel
import TableRecon
import Testing

@Suite struct HeaderSpansTests {
    @Test func aRuleUnderTheWholeHeadWidensNoChunk() {
        let page = PageDrawing().text([
            "                     FY 2009   FY 2010", "Appropriation         Actual   Enacted",
            "Salaries               6,529     6,415", "Travel                 1,330     2,735",
            "Construction           2,253     7,063",
        ])
        .rule(0, from: 0, to: 38).rule(2, from: 0, to: 38).rule(5, from: 0, to: 38)
        #expect(page.grids.first?.first == "Appropriation|FY 2009 Actual|FY 2010 Enacted")
    }

    @Test func aCaptionInTheMiddleHeadsAllColumns() {
        let page = PageDrawing().text([
            "Item                    1997      1998      1999", "                    RECEIPTS                    ",
            "Federal sources       13,208    55,379    21,717", "State sources          1,643    58,386    99,966",
            "                  EXPENDITURES                  ", "Federal sources       83,922    97,846    31,350",
        ])
        #expect(page.grids.first?.filter { $0.hasSuffix("{1x4}|^|^|^") }.count == 2)
    }

    @Test func headOverSeveralColumnsIsOneCell() {
        let page = PageDrawing().text([
            "                 Male               Female     ",
            "Age         Number   Percent   Number   Percent",
            "Under 18        20      20.0       40      20.0",
            "18 to 30        30      30.0       60      30.0",
            "Over 30         50      50.0      100      50.0",
        ])
        #expect(page.grids.first?.prefix(2) == ["|Male{1x2}|^|Female{1x2}|^", "Age|Number|Percent|Number|Percent"])
    }

    @Test func ruleUnderAHeadTellsItsSpan() {
        let page = PageDrawing().text([
            "                Fiscal year        Change",
            "Item          2000     2001   Amount    %",
            "Travel         100       90      -10   -9",
            "Rent         2,000    2,150      150    8",
        ]).rule(0, from: 0, to: 42).rule(1, from: 12, to: 28).rule(1, from: 30, to: 42).rule(2, from: 0, to: 42)
            .rule(4, from: 0, to: 42)
        #expect(
            page.grids.first?.prefix(2) == ["|Fiscal year{1x2}|^|Change{1x2}|^", "Item|2000|2001|Amount|%"])
    }
}
