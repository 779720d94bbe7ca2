import PageModel
import Testing

@testable import TableRecon

@Suite struct RuleStackTests {
    private func rule(_ y: Double, _ start: Double, _ end: Double) -> RulingLine {
        RulingLine(axis: .horizontal, position: y, start: start, end: end, thickness: 0.5, origin: .stroke)
    }

    private func stacks(_ lines: [RulingLine]) -> [[Double]] {
        RuleStack.stacks(of: lines, settings: TableSettings()).map { $0.rules.map(\.position) }
    }

    @Test func rulesThatBeginAndEndAlike() {
        let lines = [rule(100, 50, 300), rule(10, 50, 300), rule(30, 51, 299.5), rule(60, 320, 500)]
        #expect(stacks(lines) == [[10, 30, 100]])
    }

    @Test func rulesOverSomeColumnsAreNoStackOfTheirOwn() {
        let lines = [rule(10, 50, 300), rule(20, 150, 290), rule(30, 150, 290), rule(90, 50, 300)]
        #expect(stacks(lines) == [[10, 90]])
    }

    @Test func stacksBesideEachOther() {
        let lines = [rule(10, 50, 300), rule(90, 50, 300), rule(12, 320, 560), rule(60, 320, 560)]
        #expect(stacks(lines) == [[10, 90], [12, 60]])
    }

    @Test func edgesOfAreasAreNoRules() {
        var edge = rule(10, 50, 300)
        edge.origin = .fillEdge
        #expect(stacks([edge, rule(90, 50, 300)]).isEmpty)
    }
}
