import PageModel
import Testing

@testable import Normalize

/// Text that nothing took up lowers the records that it may belong to, and no others.
@Suite struct UnreadScopeTests {
    private let rows = [
        ["项目名称", "甲项目", "主管部门", "乙局", "", ""],
        ["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"],
        ["产出指标", "数量指标", "参保人数", "≥12万人", "50", "49.5"],
        ["^", "质量指标", "合格率", "98%", "10", "10"],
        ["效益指标", "社会效益指标", "覆盖率", "95%", "40", "40"],
    ]

    private func sure(_ rows: [[String]], unread: String) throws -> [Bool] {
        let form = try #require(Drawn.form(rows, title: "项目支出绩效自评表"))
        #expect(form.notes.contains { $0.code == .rowsUnread && $0.message.contains(unread) })
        return form.indicators.map { $0.confidence >= 0.9 }
    }

    @Test func aTextInARowIsThatOfItsRecord() throws {
        var rows = rows
        rows[3][4] = "优秀"
        #expect(try sure(rows, unread: "优秀") == [true, false, true])
    }

    @Test func aTextBesideSeveralRowsIsThatOfAllOfThem() throws {
        var rows = rows
        rows[2][4] = "优秀"
        rows[3][4] = "^"
        #expect(try sure(rows, unread: "优秀") == [false, false, true])
    }

    @Test func aTextInTheHeadTakesNothingFromTheRecords() throws {
        var rows = rows
        rows.insert(["资金来源", "资金总额", "12", "万元以上者另附说明", "<", "<"], at: 1)
        #expect(try sure(rows, unread: "另附说明") == [true, true, true])
    }

    @Test func aTextBelowTheTableMayBeOfTheLastRecord() throws {
        let rows = rows + [["总分", "<", "<", "<", "100", "99.5"], ["东", "南", "西", "北", "夏", "秋"]]
        let sure = try sure(rows, unread: "夏")
        #expect(sure.first == true && sure.last == false)
    }
}
