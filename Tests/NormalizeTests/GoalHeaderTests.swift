import Testing

@testable import Normalize

/// Goals behind their labels and side by side.
@Suite struct GoalHeaderTests: FormsWithHead {
    @Test func goalsSideBySide() throws {
        let form = try form(head: [
            ["年度总体目标", "预期目标", "<", "实际完成情况", "<", "<"],
            ["^", "完成参保登记。", "<", "已完成参保登记。", "<", "<"],
        ])
        #expect(form.expectedGoal == "完成参保登记。")
        #expect(form.actualCompletion == "已完成参保登记。")
    }

    @Test func oneGoalBehindItsLabel() throws {
        let form = try form(head: [
            ["年度总体目标", "目标1：完成参保登记。", "<", "<", "<", "<"], ["项目概况", "为居民参保。", "<", "<", "<", "<"],
            ["立项依据", "甲字[2024]38号", "<", "<", "<", "<"],
        ])
        #expect(form.expectedGoal == "目标1：完成参保登记。")
        #expect(form.overview == "为居民参保。")
        #expect(form.policyBasis == "甲字[2024]38号")
    }

    @Test func aGoalThatIsSet() throws {
        let form = try form(head: [
            ["年度目标设定", "<", "<", "年度目标完成情况", "<", "<"], ["认定一批企业。", "<", "<", "认定企业274家。", "<", "<"],
        ])
        #expect(form.actualCompletion == "认定企业274家。")
        #expect("\(form.fields)".contains("认定一批企业。") || form.expectedGoal == "认定一批企业。")
    }
}
