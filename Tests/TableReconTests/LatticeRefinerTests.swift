import PageModel
import TableRecon
import Testing

@Suite struct LatticeRefinerTests {
    private let body = [
        "Variable      Coefficient   p-value",
        "Intercept           0.123     0.006",
        "Age                -0.034     0.105",
        "Income              1.220     0.017",
    ]

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

    @Test func figuresStackedInOneRuledRowAreRows() {
        let page = PageDrawing().text([
            "Land       1999", "Bulgaria    2.3", "Cyprus      0.2", "Estonia     8.6", "Total      11.1",
        ])
        .grid(columns: [-1, 9, 17], lines: [0, 1, 4, 5])
        #expect(page.grids == [["Land|1999", "Bulgaria|2.3", "Cyprus|0.2", "Estonia|8.6", "Total|11.1"]])
    }

    @Test func wrappedCellsOfALatticeStayWhole() {
        let page = PageDrawing().text([
            "Retailer      Share in", "              percent ", "Maison        14.9    ", "du Café               ",
        ])
        .grid(columns: [-1, 13, 23], lines: [0, 2, 4])
        #expect(page.grids == [["Retailer|Share in percent", "Maison du Café|14.9"]])
        #expect(page.tables.first?.method == .lattice)
    }
}
