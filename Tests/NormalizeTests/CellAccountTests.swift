import PageModel
import Testing

@testable import Normalize

/// Every cell of a form's tables is accounted for: what nothing takes up is noted and lowers the confidence.
@Suite struct CellAccountTests {
    private let form = [
        ["项目名称", "甲项目", "主管部门", "[187]乙局", "", ""],
        ["项目资金（万元）", "资金总额", "120.5", "其中：财政拨款", "100.5", ""],
        ["年度总体目标", "完成改造。", "<", "<", "<", "<"],
        ["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"],
        ["产出指标（50分）", "数量指标", "参保人数", "≥12万人", "50", "49.5"],
        ["效益指标", "社会效益指标", "覆盖率", "95%", "40", "40"],
        ["总分", "<", "<", "<", "100", "99.5"],
    ]

    @Test func nothingIsUnreadInAFormThatIsUnderstood() throws {
        let form = try #require(Drawn.form(form, title: "项目支出绩效自评表"))
        #expect(form.notes.isEmpty)
        #expect(form.indicators.allSatisfy { $0.confidence >= 0.9 })
    }

    @Test func aRowThatFitsNothingIsNotedAndDoubted() throws {
        let rows =
            form + [["注意", "春夏，秋冬。", "<", "<", "<", "<"], ["东", "南", "西", "北", "夏", "秋"]]
        let form = try #require(Drawn.form(rows, title: "项目支出绩效自评表"))
        let noted = form.notes.filter { $0.code == .rowsUnread }.map(\.message).joined()
        let kept = "\(form.indicators) \(form.fields)"
        #expect(["东", "南", "西", "北", "夏", "秋"].allSatisfy { noted.contains($0) || kept.contains($0) })
        #expect(noted.contains("夏"))
        #expect(form.indicators.contains { $0.confidence < 0.9 })
    }

    /// A weight that is no number is text that no field takes.
    @Test func aWeightThatIsNoNumberIsNotedAndDoubted() throws {
        var rows = form
        rows[4][4] = "优秀"
        let form = try #require(Drawn.form(rows, title: "项目支出绩效自评表"))
        #expect(form.notes.contains { $0.code == .rowsUnread && $0.message.contains("优秀") })
        #expect(form.indicators.map { $0.confidence >= 0.9 } == [false, true])
    }

    /// A unique text in the place of each cell comes out in records, fields, funds, goals or notes.
    @Test func aUniqueTextInEachCellComesOut() {
        for row in form.indices {
            for column in form[row].indices where form[row][column] != "<" {
                var rows = form
                rows[row][column] = "奇异"
                let forms = Drawn.forms([[.text("项目支出绩效自评表"), .table(rows)]])
                #expect("\(forms)".contains("奇异"), "The text in row \(row), column \(column) is lost.")
            }
        }
    }

    @Test func aUniqueTextInAnAddedColumnOrRowComesOut() {
        for place in 0...form[0].count {
            let wide = form.enumerated().map { row, cells in
                cells[..<place] + (place < cells.count && cells[place] == "<" ? ["<"] : ["奇异\(row)"]) + cells[place...]
            }
            let forms = Drawn.forms([[.text("项目支出绩效自评表"), .table(wide.map(Array.init))]])
            for (row, cells) in wide.enumerated() where cells.contains("奇异\(row)") {
                #expect("\(forms)".contains("奇异\(row)"), "The added text of row \(row) before column \(place) is lost.")
            }
        }
        for place in 0...form.count {
            var tall = form
            tall.insert(["甲奇异", "乙奇异", "丙奇异", "丁奇异", "戊奇异", "己奇异"], at: place)
            let forms = Drawn.forms([[.text("项目支出绩效自评表"), .table(tall)]])
            for text in tall[place] {
                #expect("\(forms)".contains(text), "\(text) of a row added at \(place) is lost.")
            }
        }
    }

    /// A figure that no column of its row takes is unread though another row's weight is the same.
    @Test func aFigureIsThatOfItsOwnRow() throws {
        let form = try #require(Drawn.form(form, title: "项目支出绩效自评表"))
        let account = CellAccount(forms: [form], headers: [], dictionary: .builtIn)
        // 2 stands in 12万人 and 2025 only as a part of a longer figure.
        let cells = ["参保人数", "49.5", "40", "2"].enumerated().map { index, text in
            FormCell(
                id: index, text: text, lines: [text],
                box: Rect(x0: 10 * Double(index), y0: 0, x1: 10 * Double(index) + 10, y1: 10), isOwn: true,
                columnSpan: 1, confidence: 1, repairs: [])
        }
        let row = FormRow(
            origin: .table(1), page: 1, cells: cells, box: Rect(x0: 0, y0: 0, x1: 30, y1: 10),
            frame: ReadingFrame(turn: .none, width: 200, height: 100), textSource: .embedded)
        #expect(account.unread(in: row, of: [form.indicators[0]]).map(\.text) == ["40", "2"])
        #expect(account.unread(in: row).isEmpty)
    }
}
