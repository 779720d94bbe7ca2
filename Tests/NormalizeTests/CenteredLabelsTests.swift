import TableRecon
import Testing

@testable import Normalize

/// Labels of levels that stand in the middle of their rows, in tables without lines.
@Suite struct CenteredLabelsTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值"]

    private func levels(_ rows: [[String]], method: TableMethod = .stream) throws -> [String?] {
        var page = Drawn.page(1, [.text("项目支出绩效目标表"), .table([Self.header] + rows)])
        page.tables[0].method = method
        var assembler = FormAssembler()
        let form = try #require((assembler.consume(page) + assembler.finish()).first)
        return form.indicators.map(\.level1)
    }

    private let rows = [
        ["", "数量指标", "参保人数", "12人"], ["产出指标", "质量指标", "参保率", "95%"], ["", "时效指标", "及时率", "90%"],
        ["效益指标", "社会效益指标", "覆盖面", "80%"],
    ]

    @Test func aLabelInTheMiddleHoldsForTheRowsAboveIt() throws {
        #expect(try levels(rows) == ["产出指标", "产出指标", "产出指标", "效益指标"])
    }

    /// Lines say which rows a label holds for.
    @Test func aRuledTableIsLeftAsItIs() throws {
        #expect(try levels(rows, method: .lattice).first == .some(nil))
    }

    @Test func aLabelThatIsNotInTheMiddleStays() throws {
        let rows = [
            ["", "数量指标", "参保人数", "12人"], ["", "质量指标", "参保率", "95%"], ["产出指标", "时效指标", "及时率", "90%"],
        ]
        #expect(try levels(rows) == [nil, nil, "产出指标"])
    }
}
