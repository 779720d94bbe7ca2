public import OrderedCollections
public import PageModel

/// One line of the funding block; money in 元, rates in percent.
public struct FundLine: Hashable, Sendable {
    public var item: FundItem
    public var label: String
    public var amount: DecimalNumber?
    public var initialBudget: DecimalNumber?
    public var adjustedBudget: DecimalNumber?
    public var executed: DecimalNumber?
    public var weight: DecimalNumber?
    public var executionRate: DecimalNumber?
    public var score: DecimalNumber?
    /// Where `label` and the figures were printed.
    public var evidence: EvidenceOfFields = [:]
    /// Whether the label is a known source of money.
    var isUnderstood = true
    /// Whether the label begins with 其中: it need not fill its total alone.
    var isPartAlone = false
    /// The lines of one number add up to the total among them.
    var block = 0
}

/// Two units of money for the same amounts of a funding block.
struct UnitConflict: Hashable {
    /// Where the second unit stands.
    var label: String
    /// The powers of ten of the unit in force and of the second one.
    var expected: Int
    var found: Int
}

/// What an auditor would add up, and whether the page agrees with itself.
public struct AuditCheck: Hashable, Sendable {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case fundsTotal = "funds_total"
        case weightsTotal = "weights_total"
        case scoresTotal = "scores_total"
        case scoreWithinWeight = "score_within_weight"
        case executionRate = "execution_rate"
        case executionScore = "execution_score"
        case level1Weight = "level1_weight"
        /// Most rows have no target; made only where it fails.
        case targetsMissing = "targets_missing"
        /// Money that is off by a power of ten, or given in two units; made only where it fails.
        case amountsImplausible = "amounts_implausible"
    }

    public var code: Code
    public var passed: Bool
    public var expected: DecimalNumber
    public var found: DecimalNumber
    public var message: String
}

/// One form with its indicators. Nil is "not on the page".
public struct FormRecord: Hashable, Sendable {
    public var kind: FormKind
    public var title: String?
    public var fiscalYear: Int?
    public var projectName: String?
    public var department: String?
    public var departmentCode: String?
    public var implementingUnit: String?
    public var reportingUnit: String?
    public var reportDate: String?
    public var funds: [FundLine]
    public var expectedGoal: String?
    public var actualCompletion: String?
    public var overview: String?
    public var policyBasis: String?
    public var duties: String?
    public var totalWeight: DecimalNumber?
    public var totalScore: DecimalNumber?
    public var conclusion: String?
    public var grade: String?
    public var contact: String?
    /// Label → value of the head and foot without a field of their own.
    public var fields: OrderedDictionary<String, String>
    public var indicators: [IndicatorRecord]
    /// Ascending.
    public var pages: [Int]
    public var checks: [AuditCheck]
    /// What the reading of the form's pages could not do; empty when all was read.
    public var notes: [PageNote] = []
    public var source: RecordSource
    /// Label or figure of the head, the funding block and the headers → what was read before it was repaired.
    public var ocrRaw: OrderedDictionary<String, String> = [:]
    /// Where the fields of the head, the goals and the foot were printed; lines of money have their own.
    public var evidence: EvidenceOfFields = [:]
}

extension FormRecord {
    /// Lowers the confidence of the records at some places to at most `limit`.
    mutating func limitConfidence(to limit: Double, of places: Set<Int>) {
        for index in places { indicators[index].confidence = min(indicators[index].confidence, limit) }
    }
}

/// What every record of one document shares.
public struct DocumentIdentity: Hashable, Sendable {
    /// As given by the user.
    public var file: String
    /// Lower-case hexadecimal.
    public var sha256: String

    public init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
