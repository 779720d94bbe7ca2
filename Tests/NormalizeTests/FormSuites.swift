import Testing

@testable import Normalize

// What several suites draw: forms with one part of interest around a plain row.

/// Forms with a funding block.
protocol FormsWithFunds {}

extension FormsWithFunds {
    /// A form with a block of the funding rows above one indicator.
    func funds(
        _ rows: [[String]], title: String = "项目支出绩效目标表", before: [String] = []
    ) throws -> [FundLine] {
        let columns = rows[0].count
        let blanks = [String](repeating: "", count: columns - 4)
        let indicators = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]]
        let form = try #require(Drawn.form(rows + indicators.map { $0 + blanks }, title: title, before: before))
        #expect(form.names == ["参保人数"])
        return form.funds
    }
}

/// Self-evaluations with rows over and under the indicators.
protocol FormsWithHead {}

extension FormsWithHead {
    static var indicators: [[String]] {
        [["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"], ["产出指标", "数量指标", "参保人数", "12人", "10", "9.5"]]
    }

    func form(
        head: [[String]] = [], foot: [[String]] = [], title: String = "项目支出绩效自评表", before: [String] = [],
        after: [String] = []
    ) throws -> FormRecord {
        let form = try #require(
            Drawn.form(head + Self.indicators + foot, title: title, before: before, after: after))
        #expect(form.names == ["参保人数"])
        return form
    }
}

/// Forms of one row that were read from a picture.
protocol ScannedForms {}

extension ScannedForms {
    func rows(
        header: [String] = ["一级指标", "二级指标", "三级指标", "指标值", "分值"], level1: String = "产出指标", level2: String = "数量指标",
        name: String = "参保率",
        value: String = "≥95%", weight: String = "10"
    ) -> [[String]] {
        [["项目名称", "桥梁养护", "<", "主管部门", "交通局"], header, [level1, level2, name, value, weight]]
    }

    func scanned(
        _ rows: [[String]], confidence: Double = 0.9
    ) throws -> (form: FormRecord, row: IndicatorRecord) {
        let form = try #require(Drawn.scannedForm(rows, confidence: confidence))
        return (form, try #require(form.indicators.first))
    }

    /// A row with its operator and unit in columns of their own.
    func splitRow(_ name: String, _ sign: String, _ value: String, _ unit: String) throws -> IndicatorRecord {
        let header = ["一级指标", "三级指标", "指标性质", "指标值", "度量单位"]
        return try scanned([header, ["产出指标", name, sign, value, unit]]).row
    }
}

/// What a dictionary of the user's own is answered.
protocol OwnDictionaries {}

extension OwnDictionaries {
    func message(_ yaml: String) -> String {
        do {
            _ = try FormDictionary.builtIn(extendedBy: yaml, name: "mine.yaml")
            return "no error"
        } catch {
            return error.message
        }
    }
}
