import Testing

@testable import Normalize

/// Sums of the funding block, as a form shows them.
@Suite struct FundsAuditTests: FormsWithFunds {
    @Test func blocksSideBySideAddUpEachByItself() throws {
        let form = try #require(
            Drawn.form([
                ["资金（万元）", "项目资金总额", "120", "年度资金申请总额", "60"],
                ["^", "其中：财政拨款", "100", "其中：财政拨款", "60"], ["^", "其他资金", "20", "其他资金", ""],
                ["一级指标", "二级指标", "三级指标", "指标值", ""], ["产出指标", "数量指标", "场次", "4场", ""],
            ]))
        #expect(form.funds.map(\.label).filter { $0.contains("总额") } == ["项目资金总额", "年度资金申请总额"])
        #expect(form.checks.map(\.passed) == [true, true])
    }

    @Test func aSumWhosePartsAreNotAllUnderstoodIsNotedAndNotMade() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "120", "<"], ["^", "财政拨款", "100", "<"], ["^", "银河资金", "5", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.checks.isEmpty)
        #expect(form.notes.map(\.code) == [.checkLeftOut])
    }

    @Test func aLonePartNeedNotFillItsTotal() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "120", "<"], ["^", "其中：财政拨款", "100", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(!form.checks.contains { !$0.passed })
    }

    @Test func partsAndTotalThatDifferByAPowerOfTen() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "1200000", "<"], ["^", "财政拨款", "100", "<"], ["^", "其他资金", "20", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.checks.map(\.code) == [.fundsTotal, .amountsImplausible])
        #expect(form.checks.allSatisfy { !$0.passed })
    }

    @Test func amountsOfADepartmentThatAreTooSmallForAnyUnit() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["资金来源", "资金总额", "876.69", "<"], ["一级指标", "二级指标", "三级指标", "指标值"],
                    ["产出指标", "数量指标", "参保人数", "12人"],
                ], title: "部门整体支出绩效目标表"))
        #expect(form.checks.map(\.code) == [.amountsImplausible])
    }
}
