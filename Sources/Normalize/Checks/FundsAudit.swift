/// Adds up the parts of each block of a form's funds, per printed column.
struct FundsAudit {
    /// One column of one block.
    struct Sum {
        var subject: String
        /// The printed total, 元.
        var expected: DecimalNumber
        /// The sum of the parts, 元.
        var found: DecimalNumber
        /// Parts that do not make up the total and were not all understood.
        var isLeftOut: Bool
    }

    let form: FormRecord
    /// Sums of printed figures may be off by rounding of the printed digits.
    private let tolerance = DecimalNumber.parse("0.01") ?? .zero

    private typealias Column = (name: String, path: KeyPath<FundLine, DecimalNumber?>)

    init(form: FormRecord) { self.form = form }

    /// The sums of which the form prints the total and at least one part.
    var sums: [Sum] {
        let columns: [Column] = [
            ("amounts", \.amount), ("initial budgets", \.initialBudget), ("adjusted budgets", \.adjustedBudget),
            ("executed amounts", \.executed),
        ]
        let totals = form.funds.filter { $0.item == .total }
        return totals.flatMap { total in columns.compactMap { sum(under: total, among: totals, $0) } }
    }

    private func sum(under total: FundLine, among totals: [FundLine], _ column: Column) -> Sum? {
        let parts = form.funds.filter { $0.item != .total && $0.block == total.block }
        guard let expected = total[keyPath: column.path] else { return nil }
        let (figures, counted) = ownParts(of: parts, column: column.path)
        guard !figures.isEmpty else { return nil }
        let found = figures.reduce(.zero, +)
        let isRight = agree(found, expected)
        // Parts under two totals of one row may be those of the other one.
        if !isRight, totals.contains(where: { $0[keyPath: column.path].map { agree(found, $0) } ?? false }) {
            return nil
        }
        // A lone 其中 need not fill its total.
        if !isRight, found < expected, counted.count == 1, counted[0].isPartAlone { return nil }
        let isOpen = counted.contains { !$0.isUnderstood }
        return Sum(
            subject: "The sum of the \(column.name) of the funding block", expected: expected, found: found,
            isLeftOut: !isRight && isOpen)
    }

    private func agree(_ one: DecimalNumber, _ other: DecimalNumber) -> Bool {
        !(tolerance < (one < other ? other - one : one - other))
    }

    /// The figures of the lines that are no parts of 财政拨款, with these lines: parts follow it and add up to it, or are
    /// known as such.
    private func ownParts(
        of lines: [FundLine], column: KeyPath<FundLine, DecimalNumber?>
    ) -> (figures: [DecimalNumber], lines: [FundLine]) {
        let hasParent = lines.contains { $0.item == .fiscalAppropriation }
        var figures: [DecimalNumber] = []
        var counted: [FundLine] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if hasParent, [.superiorSubsidy, .localArrangement].contains(line.item) { continue }
            guard let figure = line[keyPath: column] else { continue }
            figures.append(figure)
            counted.append(line)
            guard line.item == .fiscalAppropriation, figure != .zero else { continue }
            var sum = DecimalNumber.zero
            for next in index..<lines.count {
                sum = sum + (lines[next][keyPath: column] ?? .zero)
                if sum == figure {
                    index = next + 1
                    break
                }
            }
        }
        return (figures, counted)
    }
}
