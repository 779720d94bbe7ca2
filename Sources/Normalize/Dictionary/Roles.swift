/// What a column of the indicator table holds.
enum ColumnRole: String, Hashable, CaseIterable {
    case level1
    case level2
    case level3
    case operatorSign = "operator"
    /// 指标性质: an operator, 定性, or a direction, as the cell says.
    case nature
    case direction
    case target
    case actual
    case unit
    case actualUnit = "actual_unit"
    case weight
    case score
    case scoringRule = "scoring_rule"
    case varianceReason = "variance_reason"
    case remark

    /// The field of the indicator record that the column goes to.
    var fieldName: String {
        switch self {
        case .operatorSign, .nature: "target.operator"
        case .unit: "target.unit"
        case .actualUnit: "actual.unit"
        default: rawValue
        }
    }

    /// The key of the record that the column's text is a part of.
    var recordField: String { fieldName.split(separator: ".").first.map(String.init) ?? rawValue }

    var isLevel: Bool { self == .level1 || self == .level2 || self == .level3 }
}

/// What a column of the funding block holds.
enum FundRole: String, Hashable, CaseIterable {
    case label
    case amount
    case initialBudget = "initial_budget"
    case adjustedBudget = "adjusted_budget"
    case executed
    case weight
    case executionRate = "execution_rate"
    case score
    case reason

    var isMoney: Bool { self == .amount || self == .initialBudget || self == .adjustedBudget || self == .executed }
}

/// Which source of money a line of the funding block is.
public enum FundItem: String, Hashable, Sendable, CaseIterable {
    case total
    case fiscalAppropriation = "fiscal_appropriation"
    case superiorSubsidy = "superior_subsidy"
    case localArrangement = "local_arrangement"
    case basicExpenditure = "basic_expenditure"
    case projectExpenditure = "project_expenditure"
    case carryOver = "carry_over"
    case other
}

/// Where the value behind a label of the form's head or foot goes.
enum LabelRole: String, Hashable, CaseIterable {
    case projectName = "project_name"
    case department
    /// 部门名称, 单位名称: the department where the form is a department's own.
    case departmentName = "department_name"
    case departmentCode = "department_code"
    case implementingUnit = "implementing_unit"
    case reportingUnit = "reporting_unit"
    case reportDate = "report_date"
    case expectedGoal = "expected_goal"
    case actualCompletion = "actual_completion"
    case overview
    case policyBasis = "policy_basis"
    case duties
    case total
    case totalScore = "total_score"
    case conclusion
    case grade
    case contact
    case fiscalYear = "fiscal_year"
}
