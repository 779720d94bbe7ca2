import PageModel
import TableRecon
import Testing

@testable import Normalize

/// Without lines between the rows a label in the middle of its rows holds for all of them.
@Suite struct CenteredLabelsTests {
    private func level1(_ labels: [String]) -> [String?] { indicators(labels).map(\.level1) }

    private func indicators(_ labels: [String]) -> [IndicatorRecord] {
        let header = ["一级指标", "二级指标", "三级指标", "指标值"]
        let rows = labels.enumerated().map { [$1, "数量指标", "名称\($0)", "\($0 + 1)个"] }
        var layout = Drawn.page(1, [.text("项目支出绩效目标表"), .table([header] + rows)])
        layout.tables[0].method = .mixed
        var assembler = FormAssembler()
        let forms = assembler.consume(layout) + assembler.finish()
        return forms.first?.indicators ?? []
    }

    @Test func labelsInTheMiddleHoldForTheRowsAboveToo() {
        #expect(
            level1(["", "产出指标", "", "效益指标", "满意度指标"]) == ["产出指标", "产出指标", "产出指标", "效益指标", "满意度指标"])
        #expect(
            level1(["", "产出指标", "", "", "效益指标", ""]) == [
                "产出指标", "产出指标", "产出指标", "效益指标", "效益指标", "效益指标",
            ])
    }

    @Test func rowsWhoseLabelsWerePlacedSoAreDoubted() {
        #expect(indicators(["", "产出指标", "", "效益指标"]).allSatisfy { $0.confidence < 0.9 })
        #expect(indicators(["产出指标", "", "效益指标"]).allSatisfy { $0.confidence >= 0.9 })
    }

    @Test func aLabelThatIsNotInTheMiddleStays() {
        #expect(level1(["", "", "产出指标"]) == [nil, nil, "产出指标"])
    }

    @Test func labelsInTheFirstRowHoldForTheRowsBelow() {
        #expect(level1(["产出指标", "", "", "效益指标"]) == ["产出指标", "产出指标", "产出指标", "效益指标"])
    }
}
