import Testing

@testable import Normalize

/// The columns of tables, by what is asked of them.
@Suite struct RolesTests {
    /// The columns that make up one value share its field, so that a repair of one is told under the value.
    @Test func theFieldsOfAValuesParts() {
        #expect(ColumnRole.operatorSign.fieldName == "target.operator")
        #expect(ColumnRole.nature.fieldName == "target.operator")
        #expect(ColumnRole.unit.fieldName == "target.unit")
        #expect(ColumnRole.actualUnit.fieldName == "actual.unit")
        #expect(ColumnRole.scoringRule.fieldName == "scoring_rule")
    }

    @Test func levelsAndMoney() {
        #expect(ColumnRole.allCases.filter(\.isLevel) == [.level1, .level2, .level3])
        #expect(FundRole.allCases.filter(\.isMoney) == [.amount, .initialBudget, .adjustedBudget, .executed])
    }
}
