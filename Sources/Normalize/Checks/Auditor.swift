internal import PageModel

/// Adds up what an auditor would add up. A check reports; it never changes a value.
struct Auditor {
    /// Sums of printed figures may be off by rounding of the printed digits.
    private let tolerance = DecimalNumber.parse("0.01") ?? .zero
    private let rateTolerance = DecimalNumber.parse("0.05") ?? .zero

    /// Money of a department below this is money in a wrong unit; 元.
    private let leastOfDepartment = DecimalNumber(1000)

    /// What was added up, and what could not be.
    struct Audit {
        var checks: [AuditCheck]
        var notes: [PageNote]
    }

    /// Makes the checks for which the form prints what they need, in the order of their codes.
    ///
    /// - Parameter unitConflicts: Places of the funding block where two units of money stand for the same amounts.
    func audit(_ form: FormRecord, unitConflicts: [UnitConflict] = []) -> Audit {
        let funds = FundsAudit(form: form)
        let sums = funds.sums
        let made = sums.filter { !$0.isLeftOut }.map {
            check(.fundsTotal, expected: $0.expected, found: $0.found, within: tolerance, $0.subject)
        }
        let checks =
            made + weightsTotal(form) + scoresTotal(form) + scoreWithinWeight(form) + executionRate(form)
            + executionScore(form) + level1Weights(form) + targetsMissing(form) + unitsMixed(unitConflicts)
            + sumsOffByAUnit(sums) + tinyAmounts(form)
        let notes = sums.filter(\.isLeftOut).map {
            PageNote(
                .checkLeftOut, page: form.source.page,
                "\($0.subject) was not checked: not all of its parts are understood. The total is \($0.expected), the parts give \($0.found)."
            )
        }
        return Audit(checks: checks, notes: notes)
    }

    // MARK: What is wrong as a whole

    private func targetsMissing(_ form: FormRecord) -> [AuditCheck] {
        let all = form.indicators.count
        let found = form.indicators.filter { $0.target != nil }.count
        guard 2 * found < all else { return [] }
        return [
            AuditCheck(
                code: .targetsMissing, passed: false, expected: DecimalNumber(all), found: DecimalNumber(found),
                message: "Most rows have no target: \(found) of \(all) have one.")
        ]
    }

    private func unitsMixed(_ conflicts: [UnitConflict]) -> [AuditCheck] {
        conflicts.map { conflict in
            let (expected, found) = (power(conflict.expected), power(conflict.found))
            return AuditCheck(
                code: .amountsImplausible, passed: false, expected: expected, found: found,
                message:
                    "\"\(conflict.label)\" counts in units of \(found) 元 where units of \(expected) 元 were announced.")
        }
    }

    private func sumsOffByAUnit(_ sums: [FundsAudit.Sum]) -> [AuditCheck] {
        sums.compactMap { sum in
            guard sum.expected != .zero, sum.found != .zero else { return nil }
            let isOff = MoneyUnit.steps.contains {
                sum.expected.scaled(byPowerOf10: $0) == sum.found || sum.found.scaled(byPowerOf10: $0) == sum.expected
            }
            guard isOff else { return nil }
            return AuditCheck(
                code: .amountsImplausible, passed: false, expected: sum.expected, found: sum.found,
                message: "\(sum.subject) differs from its total by a power of ten.")
        }
    }

    private func tinyAmounts(_ form: FormRecord) -> [AuditCheck] {
        guard form.kind.isDepartment else { return [] }
        let amounts = form.funds.flatMap { [$0.amount, $0.initialBudget, $0.adjustedBudget, $0.executed] }
            .compactMap { $0 }.filter { $0 != .zero }
        guard let largest = amounts.max(), largest < leastOfDepartment else { return [] }
        return [
            AuditCheck(
                code: .amountsImplausible, passed: false, expected: leastOfDepartment, found: largest,
                message: "The largest amount of the department is \(largest) 元: the unit of money may be missing.")
        ]
    }

    private func power(_ exponent: Int) -> DecimalNumber { DecimalNumber(1).scaled(byPowerOf10: exponent) }

    // MARK: Sums and rates

    private func check(
        _ code: AuditCheck.Code, expected: DecimalNumber, found: DecimalNumber, within tolerance: DecimalNumber,
        _ subject: String
    ) -> AuditCheck {
        let difference = expected < found ? found - expected : expected - found
        let passed = !(tolerance < difference)
        let verdict = passed ? "agrees" : "does not agree"
        return AuditCheck(
            code: code, passed: passed, expected: expected, found: found,
            message: "\(subject) \(verdict): \(expected) expected, \(found) found.")
    }

    /// No check without a printed total, or without points.
    private func total(
        _ code: AuditCheck.Code, _ expected: DecimalNumber?, of points: [DecimalNumber], _ subject: String
    ) -> [AuditCheck] {
        guard let expected, !points.isEmpty else { return [] }
        return [check(code, expected: expected, found: points.reduce(.zero, +), within: tolerance, subject)]
    }

    private func weightsTotal(_ form: FormRecord) -> [AuditCheck] {
        let weights = form.indicators.compactMap(\.weight) + form.funds.compactMap(\.weight)
        return total(.weightsTotal, form.totalWeight, of: weights, "The sum of the weights")
    }

    private func scoresTotal(_ form: FormRecord) -> [AuditCheck] {
        let scores = form.indicators.compactMap(\.score) + form.funds.compactMap(\.score)
        return total(.scoresTotal, form.totalScore, of: scores, "The sum of the scores")
    }

    private func scoreWithinWeight(_ form: FormRecord) -> [AuditCheck] {
        form.indicators.compactMap { record in
            guard let weight = record.weight, let score = record.score else { return nil }
            let passed = !(weight < score) && !score.isNegative
            return AuditCheck(
                code: .scoreWithinWeight, passed: passed, expected: weight, found: score,
                message: passed
                    ? "The score of \"\(record.level3)\" lies between 0 and its weight."
                    : "The score of \"\(record.level3)\" lies outside 0 to its weight: \(score) of \(weight).")
        }
    }

    /// Executed ÷ adjusted budget, in percent.
    private func executionRate(_ form: FormRecord) -> [AuditCheck] {
        form.funds.compactMap { line in
            guard let printed = line.executionRate, let rate = rate(of: line) else { return nil }
            return check(
                .executionRate, expected: rate.rounded(places: 2), found: printed, within: rateTolerance,
                "The execution rate of \"\(line.label)\"")
        }
    }

    /// min(rate, 100 %) × weight.
    private func executionScore(_ form: FormRecord) -> [AuditCheck] {
        form.funds.compactMap { line in
            guard let weight = line.weight, let score = line.score, let rate = rate(of: line) else { return nil }
            let hundred = DecimalNumber(100)
            let capped = hundred < rate ? hundred : rate
            guard let expected = (capped * weight).divided(by: hundred, places: 2) else { return nil }
            return check(
                .executionScore, expected: expected, found: score, within: rateTolerance,
                "The score of the budget execution")
        }
    }

    private func rate(of line: FundLine) -> DecimalNumber? {
        guard let executed = line.executed, let adjusted = line.adjustedBudget, adjusted != .zero else { return nil }
        return (executed * DecimalNumber(100)).divided(by: adjusted, places: 4)
    }

    /// The weights of a group add up to the figure in brackets behind its label.
    private func level1Weights(_ form: FormRecord) -> [AuditCheck] {
        var groups: [(label: String, expected: DecimalNumber, sum: DecimalNumber, hasWeights: Bool)] = []
        for record in form.indicators {
            guard let label = record.level1, let expected = record.level1Weight else { continue }
            if groups.last?.label != label { groups.append((label, expected, .zero, false)) }
            if let weight = record.weight {
                groups[groups.count - 1].sum = groups[groups.count - 1].sum + weight
                groups[groups.count - 1].hasWeights = true
            }
        }
        return groups.filter(\.hasWeights).map {
            check(
                .level1Weight, expected: $0.expected, found: $0.sum, within: tolerance,
                "The sum of the weights of \($0.label)")
        }
    }
}
