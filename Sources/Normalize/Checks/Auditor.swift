/// Adds up what an auditor would add up. A check reports; it never changes a value.
struct Auditor {
    /// Sums of printed figures may be off by rounding of the printed digits.
    private let tolerance = DecimalNumber.parse("0.01") ?? .zero
    private let rateTolerance = DecimalNumber.parse("0.05") ?? .zero

    /// The checks for which the form prints what they need, in the order of their codes.
    func checks(of form: FormRecord) -> [AuditCheck] {
        fundsTotal(form) + weightsTotal(form) + scoresTotal(form) + scoreWithinWeight(form) + executionRate(form)
            + executionScore(form) + level1Weights(form)
    }

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

    /// Parts add up to the total, per printed column. 财政拨款 and the lines that it is made of are not added twice.
    private func fundsTotal(_ form: FormRecord) -> [AuditCheck] {
        guard let total = form.funds.first(where: { $0.item == .total }) else { return [] }
        let columns: [(String, KeyPath<FundLine, DecimalNumber?>)] = [
            ("amounts", \.amount), ("initial budgets", \.initialBudget), ("adjusted budgets", \.adjustedBudget),
            ("executed amounts", \.executed),
        ]
        let rest = form.funds.filter { $0.item != .total }
        return columns.compactMap { name, path in
            guard let expected = total[keyPath: path] else { return nil }
            let figures = ownParts(of: rest, column: path)
            guard !figures.isEmpty else { return nil }
            return check(
                .fundsTotal, expected: expected, found: figures.reduce(.zero, +), within: tolerance,
                "The sum of the \(name) of the funding block")
        }
    }

    /// The figures of the lines that are no parts of 财政拨款: these follow it and add up to it, or are known as such.
    private func ownParts(of lines: [FundLine], column: KeyPath<FundLine, DecimalNumber?>) -> [DecimalNumber] {
        let hasParent = lines.contains { $0.item == .fiscalAppropriation }
        var figures: [DecimalNumber] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if hasParent, [.superiorSubsidy, .localArrangement].contains(line.item) { continue }
            guard let figure = line[keyPath: column] else { continue }
            figures.append(figure)
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
        return figures
    }

    private func weightsTotal(_ form: FormRecord) -> [AuditCheck] {
        guard let expected = form.totalWeight else { return [] }
        let weights = form.indicators.compactMap(\.weight) + form.funds.compactMap(\.weight)
        guard !weights.isEmpty else { return [] }
        return [
            check(
                .weightsTotal, expected: expected, found: weights.reduce(.zero, +), within: tolerance,
                "The sum of the weights")
        ]
    }

    private func scoresTotal(_ form: FormRecord) -> [AuditCheck] {
        guard let expected = form.totalScore else { return [] }
        let scores = form.indicators.compactMap(\.score) + form.funds.compactMap(\.score)
        guard !scores.isEmpty else { return [] }
        return [
            check(
                .scoresTotal, expected: expected, found: scores.reduce(.zero, +), within: tolerance,
                "The sum of the scores")
        ]
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
