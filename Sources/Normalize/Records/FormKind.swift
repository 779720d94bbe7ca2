/// What a form is for and who fills it in.
public enum FormKind: String, Hashable, Codable, Sendable, CaseIterable {
    case projectTarget = "project_target"
    case projectTargetApproval = "project_target_approval"
    case projectSelfEvaluation = "project_self_evaluation"
    case departmentTarget = "department_target"
    case departmentSelfEvaluation = "department_self_evaluation"
    case other

    public var isDepartment: Bool { self == .departmentTarget || self == .departmentSelfEvaluation }
}
