import PageModel
import TableRecon
import Testing

@Suite struct RowFinderTests {
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

    private let body = [
        "Variable      Coefficient   p-value",
        "Intercept           0.123     0.006",
        "Age                -0.034     0.105",
        "Income              1.220     0.017",
    ]

    @Test func aTotalUnderARuleIsARow() {
        let page = PageDrawing().text(body + ["Total               9.999     0.500"])
            .rule(0, from: 0, to: 36).rule(1, from: 0, to: 36).rule(4, from: 0, to: 36).rule(5, from: 0, to: 36)
        #expect(page.grids.first?.count == 5)
        #expect(page.grids.first?.last == "Total|9.999|0.500")
    }
}
