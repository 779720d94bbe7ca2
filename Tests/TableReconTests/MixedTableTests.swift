import PageModel
import TableRecon
import Testing

@Suite struct MixedTableTests {
    @Test func textsClearOfEachOtherBetweenRuledColumnsAreRows() {
        let page = PageDrawing().text(["Item       Requirement             Citation"])
            .text(["Records    Keep for three years    2 CFR 215.53", "           after the report"], line: 1.5)
            .text(["Audit      Single audit            OMB A-133"], line: 4)
            .text(["Equipment  Inventory, reports      2 CFR 215.34", "           of losses"], line: 5.5)
            .text(["Travel     Prior approval          OMB A-21"], line: 8)
            .rule(0, from: -1, to: 50).rule(1.2, from: -1, to: 50).rule(9.2, from: -1, to: 50)
            .bar(-1, from: 0, to: 9.2).bar(10, from: 0, to: 9.2).bar(34, from: 0, to: 9.2).bar(50, from: 0, to: 9.2)
        #expect(
            page.grids.first == [
                "Item|Requirement|Citation", "Records|Keep for three years after the report|2 CFR 215.53",
                "Audit|Single audit|OMB A-133", "Equipment|Inventory, reports of losses|2 CFR 215.34",
                "Travel|Prior approval|OMB A-21",
            ])
    }

    private let body = [
        "Variable      Coefficient   p-value",
        "Intercept           0.123     0.006",
        "Age                -0.034     0.105",
        "Income              1.220     0.017",
    ]

    @Test func rulesAboveAndBelowHeadAndAtTheBottom() {
        let page = PageDrawing().text(body).rule(0, from: 0, to: 36).rule(1, from: 0, to: 36).rule(4, from: 0, to: 36)
            .text(["Standard errors in parentheses.   See text."], line: 4)
        #expect(
            page.grids == [
                ["Variable|Coefficient|p-value", "Intercept|0.123|0.006", "Age|-0.034|0.105", "Income|1.220|0.017"]
            ])
        #expect(page.tables.first?.method == .mixed)
        #expect(page.tables.first?.headerRows == 1)
    }

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

    @Test func rowsRuledAndColumnsNot() {
        let page = PageDrawing(pitch: 14).text(body)
            .rule(0, from: -1, to: 36).rule(1, from: -1, to: 36).rule(2, from: -1, to: 36).rule(3, from: -1, to: 36)
            .rule(4, from: -1, to: 36)
        #expect(page.grids.first?.count == 4)
        #expect(page.grids.first?.last == "Income|1.220|0.017")
    }

    @Test func columnsRuledAndRowsNot() {
        let page = PageDrawing().text(body)
            .grid(columns: [-1, 12, 26, 36], lines: [0, 1, 4])
        #expect(
            page.grids == [
                ["Variable|Coefficient|p-value", "Intercept|0.123|0.006", "Age|-0.034|0.105", "Income|1.220|0.017"]
            ])
        #expect(page.tables.first?.method == .mixed)
    }

    @Test func headRuledIntoColumnsAndBodyNot() {
        let page = PageDrawing(pitch: 14).text(body)
            .grid(columns: [-1, 12, 26, 36], lines: [0, 1])
            .rule(2, from: -1, to: 36).rule(3, from: -1, to: 36).rule(4, from: -1, to: 36)
            .bar(-1, from: 1, to: 4).bar(36, from: 1, to: 4)
        #expect(
            page.grids == [
                ["Variable|Coefficient|p-value", "Intercept|0.123|0.006", "Age|-0.034|0.105", "Income|1.220|0.017"]
            ])
    }

    @Test func rulesThatStopBesideALabelMakeItSpan() {
        let page = PageDrawing(pitch: 16).text([
            "            数量指标      培训人数      100",
            "产出指标    质量指标      合格比率       98",
            "            时效指标      完成时间       12",
            "效益指标    社会效益      服务覆盖       95",
        ]).rule(0, from: 0, to: 44).rule(1, from: 11, to: 44).rule(2, from: 11, to: 44).rule(3, from: 0, to: 44)
            .rule(4, from: 0, to: 44)
        #expect(
            page.grids.first == [
                "产出指标{3x1}|数量指标|培训人数|100", "^|质量指标|合格比率|98", "^|时效指标|完成时间|12",
                "效益指标|社会效益|服务覆盖|95",
            ])
    }

    @Test func tablesSideBySideStayApart() {
        let page = PageDrawing().text([
            "Country   Sales        Product   Units",
            "France      120        Coffee       55",
            "Germany     300        Tea          45",
            "Spain        90        Milk         32",
        ]).rule(0, from: 0, to: 15).rule(0, from: 23, to: 38).rule(1, from: 0, to: 15).rule(1, from: 23, to: 38)
            .rule(4, from: 0, to: 15).rule(4, from: 23, to: 38)
        #expect(
            page.grids == [
                ["Country|Sales", "France|120", "Germany|300", "Spain|90"],
                ["Product|Units", "Coffee|55", "Tea|45", "Milk|32"],
            ])
    }

    @Test func aTotalUnderARuleIsARow() {
        let page = PageDrawing().text(body + ["Total               9.999     0.500"])
            .rule(0, from: 0, to: 36).rule(1, from: 0, to: 36).rule(4, from: 0, to: 36).rule(5, from: 0, to: 36)
        #expect(page.grids.first?.count == 5)
        #expect(page.grids.first?.last == "Total|9.999|0.500")
    }
}
