import Testing

@testable import Normalize

/// "Common rules for text" of the record format, as far as they are the form stage's.
@Suite struct RowBuilderTests {
    private func record(_ name: String, _ target: String, _ remark: String, _ rule: String) throws -> IndicatorRecord {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "备注", "评分标准"],
                ["产出指标", "数量指标", name, target, remark, rule],
            ]))
        return try #require(form.indicators.first)
    }

    @Test(arguments: ["-", "—", "/", "－", "——", " ", "　"])
    func aMarkAloneIsNull(mark: String) throws {
        let record = try record("参保人数", mark, mark, mark)
        #expect(record.target == nil)
        #expect(record.remark == nil)
        #expect(record.scoringRule == nil)
    }

    @Test func theWordForNoneIsText() throws {
        let record = try record("参保人数", "无", "无", "无")
        #expect(record.target?.text == "无")
        #expect(record.target?.kind == .qualitative)
        #expect(record.remark == "无")
        #expect(record.scoringRule == "无")
    }

    @Test func markupIsRemoved() throws {
        let record = try record("<p>参保人数</p>", "12人<br>", "<p>甲</p>", "每少1人扣1分，<5人不得分")
        #expect(record.level3 == "参保人数")
        #expect(record.target?.text == "12人")
        #expect(record.remark == "甲")
        // A sign of comparison is no markup.
        #expect(record.scoringRule == "每少1人扣1分，<5人不得分")
    }

    @Test func radicalsBecomeCharactersAndWidthsStay() throws {
        let record = try record("\u{2F6C}标人数（含ＩＴ）", "≧９５％", "资\u{2FA6}", "１．按比例")
        #expect(record.level3 == "目标人数（含ＩＴ）")
        #expect(record.target?.text == "≧９５％")
        #expect(record.target?.comparator == .atLeast)
        #expect(record.target?.value == 95)
        #expect(record.target?.unit == "%")
        #expect(record.remark == "资金")
        #expect(record.scoringRule == "１．按比例")
    }

}
