import PageModel
import TableRecon
import Testing

@Suite struct StreamTableTests {
    @Test func figuresAlignedRightMakeColumns() {
        let page = PageDrawing().text([
            "State           Workers   Percent",
            "Alabama          12,345       3.4",
            "Alaska              983      11.2",
            "United States   993,345     100.0",
        ])
        #expect(
            page.grids == [
                ["State|Workers|Percent", "Alabama|12,345|3.4", "Alaska|983|11.2", "United States|993,345|100.0"]
            ])
        #expect(page.tables.first?.method == .stream)
        #expect(page.tables.first?.headerRows == 1)
    }

    @Test func emptyCellsStayEmpty() {
        let page = PageDrawing().text([
            "Name        1994    1991    1987",
            "Austria       47                ",
            "Denmark       27     0.1        ",
            "France       200      66      16",
            "Greece                          ",
            "Spain        115              50",
        ])
        #expect(
            page.grids == [
                [
                    "Name|1994|1991|1987", "Austria|47||", "Denmark|27|0.1|", "France|200|66|16", "Greece|||",
                    "Spain|115||50",
                ]
            ])
    }

    @Test func centredColumnsMakeColumns() {
        let page = PageDrawing().text([
            "Country      ISCED 0-2     ISCED 3-4 ",
            "Denmark         17            49     ",
            "Finland         121            4     ",
            "Italy            4           1,139   ",
        ])
        #expect(page.grids.first?.last == "Italy|4|1,139")
        #expect(page.grids.first?.count == 4)
    }

    @Test func labelsOfGroupsHeadTheRowsBelowThem() {
        let page = PageDrawing().text([
            "Characteristic              2000    2005", "Age                                     ",
            "   Under 18 years           26.8    89.0", "   65 years and over        30.1    53.9",
            "Race and Hispanic origin                ", "   White                    78.1    56.9",
            "   Black                    29.4    54.9",
        ])
        #expect(
            page.grids.first == [
                "Characteristic|2000|2005", "Age||", "Under 18 years|26.8|89.0", "65 years and over|30.1|53.9",
                "Race and Hispanic origin||", "White|78.1|56.9", "Black|29.4|54.9",
            ])
    }

    @Test func aRuleUnderTheWholeHeadWidensNoPiece() {
        let page = PageDrawing().text([
            "                     FY 2009   FY 2010", "Appropriation         Actual   Enacted",
            "Salaries               6,529     6,415", "Travel                 1,330     2,735",
            "Construction           2,253     7,063",
        ])
        .rule(0, from: 0, to: 38).rule(2, from: 0, to: 38).rule(5, from: 0, to: 38)
        #expect(page.grids.first?.first == "Appropriation|FY 2009 Actual|FY 2010 Enacted")
    }

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

    @Test func groupLabelsAreRows() {
        let page = PageDrawing().text([
            "Total               100    100.0",
            "Under 18 years                  ",
            "  In school          20     20.0",
            "  Working            30     30.0",
            "18 years and over               ",
            "  In school          50     50.0",
        ])
        #expect(
            page.grids.first == [
                "Total|100|100.0", "Under 18 years||", "In school|20|20.0", "Working|30|30.0",
                "18 years and over||", "In school|50|50.0",
            ])
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

    @Test func headOfThreeLinesIsOneCellEach() {
        let page = PageDrawing().text([
            "             Number of   Percent",
            "                retail        of",
            "Country        outlets     total",
            "Germany         73,600      21.3",
            "France          34,800      12.0",
            "Spain           79,000      33.9",
        ])
        #expect(
            page.grids.first?.first == "Country|Number of retail outlets|Percent of total"
                || page.grids.first?.prefix(1) == ["Country|Number of retail outlets|Percent of total"])
        #expect(page.tables.first?.headerRows == 1)
    }

    @Test func cellsOfSeveralLinesInRowsStandingApart() {
        let page = PageDrawing(pitch: 4).text(["Agency       Finding             Action   "], line: 0)
            .text(["Labor        No records of       Revise   "], line: 5).text(
                ["             the review          rules    "], line: 7.7
            )
            .text(["Justice      Cards were lost     None     "], line: 12.7)
            .text(["Commerce     Controls were not   Test the "], line: 17.7).text(
                ["             effective           controls "], line: 20.4)
        #expect(
            page.grids.first == [
                "Agency|Finding|Action", "Labor|No records of the review|Revise rules",
                "Justice|Cards were lost|None", "Commerce|Controls were not effective|Test the controls",
            ])
    }

    @Test func labelInTheMiddleBesideThreeLines() {
        let page = PageDrawing(pitch: 4)
            .text(["服务人数            ≥ 100 人    10"], line: 0)
            .text(["参保对象对医保                  "], line: 5)
            .text(["服务工作的投诉      ≤ 5 %       20"], line: 8)
            .text(["率和满意率                      "], line: 11)
            .text(["资金到位率          = 100 %     30"], line: 16)
            .text(["补助标准            = 12 %      40"], line: 21)
        #expect(
            page.grids.first == [
                "服务人数|≥100人|10", "参保对象对医保服务工作的投诉率和满意率|≤5%|20", "资金到位率|=100%|30",
                "补助标准|=12%|40",
            ])
    }

    @Test func labelsInTheMiddleOfTheirRowsSpanThem() {
        let page = PageDrawing(pitch: 6)
            .text(["          数量指标      培训人数      100"], line: 0)
            .text(["产出指标                                 "], line: 1.5)
            .text(["          质量指标      合格比率       98"], line: 3)
            .text(["          经济效益      节约资金       12"], line: 6)
            .text(["效益指标                                 "], line: 7.5)
            .text(["          社会效益      服务覆盖       95"], line: 9)
        #expect(
            page.grids.first == [
                "产出指标{2x1}|数量指标|培训人数|100", "^|质量指标|合格比率|98", "效益指标{2x1}|经济效益|节约资金|12",
                "^|社会效益|服务覆盖|95",
            ])
    }

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

    @Test func titlesAndNotesStayOutside() {
        let page = PageDrawing().text([
            "Table 1. Workers by state in the year 2001",
            "",
            "State           Workers   Percent",
            "Alabama          12,345       3.4",
            "Alaska              983      11.2",
            "Arizona          54,321       0.4",
            "",
            "Note: Details may not add to totals because of rounding.",
        ])
        #expect(page.grids.map(\.count) == [4])
        let layout = TableFinder().layout(of: page.page)
        #expect(layout.lines.map(\.text).contains { $0.hasPrefix("Note: Details") })
        #expect(layout.lines.map(\.text).contains { $0.hasPrefix("Table 1.") })
    }

    @Test func twoTablesBelowEachOtherStayApart() {
        let table = [
            "Country   Sales   Share", "France      120     12%", "Germany     300     30%", "Spain        90      9%",
        ]
        let page = PageDrawing().text(table).text(table, line: 9)
        #expect(page.grids.map(\.count) == [4, 4])
    }

    @Test func everyTextOfATableBelongsToOneCell() {
        let page = PageDrawing().text([
            "Name        1994    1991    1987",
            "Austria       47  (provisional) ",
            "Denmark       27     0.1       4",
            "France       200      66      16",
        ])
        let text = page.tables.flatMap(\.cells).map(\.text).joined()
        for word in ["Austria", "47", "(provisional)", "0.1", "16"] { #expect(text.contains(word)) }
    }

    @Test func aForcedMethodIsKept() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        for method in [TableMethod.lattice, .stream, .mixed] {
            var settings = TableSettings()
            settings.method = method
            let tables = TableFinder(settings: settings).layout(of: page.page).tables
            #expect(tables.map(\.method) == [method])
            #expect(tables.map(\.gridRows) == [["A|1", "B|2", "C|3"]])
        }
    }
}
