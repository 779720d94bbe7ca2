import Testing

@testable import Normalize

/// Sources of money that stand in one cell with their amounts.
@Suite struct FundPairsTests: FormsWithFunds {
    @Test func labelAndAmountInOneCell() throws {
        let lines = try funds([
            ["项目资金", "资金总额（万元）： 876.69万元", "<", "<"],
            ["^", "其中：财政拨款：800万元", "<", "<"],
            ["^", "其他资金：", "<", "<"],
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.label) == ["资金总额（万元）", "其中：财政拨款", "其他资金"])
        #expect(lines.map(\.amount) == [8_766_900, 8_000_000, nil])
    }

    @Test func severalSourcesAsTheLinesOfOneCell() throws {
        let lines = try funds([
            ["项目资金", "资金总额：120万元\n财政拨款：100万元\n其他资金：20万元", "<", "<"]
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.amount) == [1_200_000, 1_000_000, 200_000])
    }

    @Test func aSentence() throws {
        let lines = try funds([
            ["项目资金", "资金总额：1,120万元，其中：财政拨款：1,100万元；其他资金：20万元。", "<", "<"]
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.amount) == [11_200_000, 11_000_000, 200_000])
    }

    @Test func severalAmountsOfTheYearInOneCell() throws {
        let text = "年度金额：18,640万元\n其中：中央补助：11,200万元\n　　　市级补助：4,940万元\n　　　区级安排：2,500万元"
        let lines = try funds([["资金情况", text, "<", "<"]])
        #expect(lines.map(\.amount) == [186_400_000, 112_000_000, 49_400_000, 25_000_000])
    }

    @Test func anAmountBehindALabelThatIsNotKnown() throws {
        let lines = try funds([["年度预算申请", "资金总额：386.4", "<", "<"]])
        #expect(lines.map(\.item) == [.total])
        #expect(lines.map(\.amount) == ["386.4"])
    }
}
