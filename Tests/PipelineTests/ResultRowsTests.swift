import Foundation
import Normalize
import Testing

@testable import Export

/// Lines of results as a run writes them, with every kind of value.
enum SampleResults {
    static let form = """
        {"form_id":"00aa-f1","form_kind":"project_self_evaluation","form_title":"项目支出绩效自评表","fiscal_year":2024,\
        "project_name":"=1+1","department":"某局","department_code":"007","implementing_unit":"某中心","reporting_unit":null,\
        "report_date":"2025-03-01","funds":[{"item":"total","label":"年度资金总额","amount":null,\
        "initial_budget":12345678901234567.89,"adjusted_budget":200,"executed":50.5,"weight":10,"execution_rate":25.25,\
        "score":2.5},{"item":"carry_over","label":"上年结转","amount":null,"initial_budget":0,"adjusted_budget":null,\
        "executed":null,"weight":null,"execution_rate":null,"score":null}],"expected_goal":"目标\\n二","actual_completion":null,\
        "overview":null,"policy_basis":null,"duties":null,"total_weight":100,"total_score":92.5,"conclusion":null,\
        "grade":null,"contact":null,"fields":{"电话":"0851"},"indicator_count":2,"pages":[1,2],\
        "checks":[{"code":"weights_total","passed":false,"expected":100,"found":99.5,"message":"The weights"}],\
        "notes":[{"code":"text_clipped","page":2,"message":"Cut."}],"source":{"file":"a/甲.pdf","sha256":"00aa",\
        "page":1,"bbox":[1.5,2,3,4],"text_source":"embedded","duplicate_of":null}}
        """

    static func indicator(_ row: Int, confidence: String, file: String = "a/甲.pdf") -> String {
        """
        {"record_id":"00aa-f1-r\(row)","form_id":"00aa-f1","form_kind":"project_self_evaluation","form_title":"项目支出绩效自评表",\
        "fiscal_year":2024,"project_name":"=1+1","department":"某局","department_code":"007","implementing_unit":"某中心",\
        "level1":"产出指标","level2":"数量指标","level3":"指标\(row)","level1_code":"output","level2_code":"quantity",\
        "level1_weight":50,"target":{"text":"≥12345678901234567.89元","kind":"quantity","operator":">=",\
        "value":12345678901234567.89,"lower":null,"upper":null,"unit":"元","date":null,"quantities":[]},\
        "actual":{"text":"达到3000组","kind":"qualitative","operator":null,"value":null,"lower":null,"upper":null,\
        "unit":null,"date":null,"quantities":[{"operator":"~","value":3000,"unit":"组"}]},"weight":10,"score":9.5,\
        "direction":null,"scoring_rule":null,"variance_reason":"@原因","remark":null,"extra":{"前年":"1.50"},\
        "source":{"file":"\(file)","sha256":"00aa","page":1,"bbox":[1.5,2,3,4],"text_source":"embedded",\
        "duplicate_of":null},"confidence":\(confidence),"repairs":["wrap_joined"]}
        """
    }

    static let failures = ["no_form", "damaged"].map {
        #"{"file":"b.pdf","sha256":null,"stage":"open","code":"\#($0)","message":"It is, \"so\"."}"#
    }

    static var lines: [(ResultTable.Stream, String)] {
        [(.forms, form)] + [indicator(1, confidence: "1"), indicator(2, confidence: "0.6")].map { (.indicators, $0) }
            + failures.map { (.failures, $0) }
    }

    /// The rows of the lines, table by table, each value by its column.
    static func rows() throws -> [String: [[String: String]]] {
        var rows = ResultRows()
        var found: [String: [[String: String]]] = [:]
        for (stream, line) in lines {
            rows.forEach(of: try JSONReader.value(of: Array(line.utf8)), in: stream) { table, row in
                let named = zip(table.columns, row).compactMap { column, value in
                    value.plainText.map { (column.name, $0) }
                }
                found[table.name, default: []].append(Dictionary(uniqueKeysWithValues: named))
            }
        }
        return found
    }
}

@Suite struct ResultRowsTests {
    @Test func everyTableGetsItsRows() throws {
        let counts = try SampleResults.rows().mapValues(\.count)
        #expect(
            counts == [
                "document": 3, "form": 1, "fund": 2, "check": 1, "note": 1, "indicator": 2, "quantity": 2, "failure": 2,
            ])
    }

    @Test func figuresAndCodesKeepTheirDigits() throws {
        let rows = try SampleResults.rows()
        let indicator = try #require(rows["indicator"]?.first)
        #expect(indicator["target_value"] == "12345678901234567.89")
        #expect(indicator["target_operator"] == ">=")
        #expect(indicator["department_code"] == "007")
        #expect(indicator["extra"] == #"{"前年":"1.50"}"#)
        #expect(indicator["x0"] == "1.5")
        #expect(indicator["actual_value"] == nil)
        #expect(rows["fund"]?.map { $0["initial_budget"] } == ["12345678901234567.89", "0"])
    }

    @Test func partsAreNumberedWithinWhatTheyBelongTo() throws {
        let rows = try SampleResults.rows()
        #expect(rows["failure"]?.map { $0["ordinal"] } == ["1", "2"])
        #expect(rows["fund"]?.map { $0["ordinal"] } == ["1", "2"])
        #expect(rows["quantity"]?.map { $0["of"] } == ["actual", "actual"])
        #expect(rows["quantity"]?.map { $0["record_id"] } == ["00aa-f1-r1", "00aa-f1-r2"])
    }
}
