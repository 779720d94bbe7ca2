import Testing

@testable import Normalize

/// Columns that no word of the dictionary names, told by what they hold.
@Suite struct ColumnEvidenceTests {
    private let levels = ["一级指标", "二级指标", "三级指标"]

    private func form(_ headers: [String], _ cells: [[String]], total: [String]? = nil) throws -> FormRecord {
        let rows = cells.enumerated().map { index, row in
            [index == 0 ? "产出指标" : "^", index == 0 ? "数量指标" : "^", "甲乙丙丁"[index]] + row
        }
        return try #require(
            Drawn.form([levels + headers] + rows + (total.map { [["总分", "<", "<"] + $0] } ?? [])))
    }

    @Test func valuesAreTheTarget() throws {
        let form = try form(["银河"], [["≥95%"], ["12人"], ["完成"]])
        #expect(form.indicators.map { $0.target?.text } == ["≥95%", "12人", "完成"])
        #expect(form.indicators.allSatisfy { $0.repairs.contains(.roleInferred) && $0.confidence <= 0.85 })
    }

    @Test func bareFiguresMayBeAnything() throws {
        let form = try form(["银河"], [["95"], ["12"], ["3"]])
        #expect(form.indicators.allSatisfy { $0.target == nil })
        #expect(form.indicators.map { $0.extra["银河"] } == ["95", "12", "3"])
    }

    @Test func oneCellProvesNothing() throws {
        #expect(try form(["银河"], [["≥95%"]]).indicators.map { $0.target?.text } == [nil])
    }

    @Test func twoColumnsOfValuesAreToldApartByNothing() throws {
        let form = try form(["银河", "星河"], [["≥95%", "96%"], ["12人", "13人"]])
        #expect(form.indicators.allSatisfy { $0.target == nil })
    }

    @Test func wordsBesideBareTargetsAreTheirUnits() throws {
        let form = try form(["指标值", "银河"], [["95", "%"], ["12", "人"]])
        #expect(form.indicators.map { $0.target?.text } == ["95%", "12人"])
    }

    @Test func signsAreTheOperators() throws {
        let form = try form(["银河", "指标值"], [["≥", "95%"], ["≤", "12人"]])
        #expect(form.indicators.map { $0.target?.comparator } == [.atLeast, .atMost])
    }

    @Test func figuresThatAddUpToTheTotalAreWeights() throws {
        let cells = [["95%", "60"], ["12人", "40"]]
        #expect(try form(["指标值", "银河"], cells, total: ["", "100"]).indicators.map(\.weight) == [60, 40])
        #expect(try form(["指标值", "银河"], cells, total: ["", "90"]).indicators.map(\.weight) == [nil, nil])
    }
}

extension String {
    fileprivate subscript(place: Int) -> String { String(self[index(startIndex, offsetBy: place)]) }
}
