internal import Foundation
internal import Normalize

/// The figures of a run at a glance, counted line by line.
struct ReportFigures {
    /// Equal steps between two figures, and how often each occurs.
    struct Histogram {
        let lower: Double
        let upper: Double
        private(set) var counts: [Int]

        init(from lower: Double, to upper: Double, steps: Int) {
            self.lower = lower
            self.upper = upper
            counts = [Int](repeating: 0, count: steps)
        }

        /// What lies outside counts with the first or the last step.
        mutating func add(_ figure: Double) {
            guard figure.isFinite else { return }
            let step = (figure - lower) / (upper - lower) * Double(counts.count)
            counts[Int(max(0, min(Double(counts.count - 1), step.rounded(.down))))] += 1
        }

        var json: JSONValue { .array(counts.map { .int($0) }) }
    }

    private var statuses: [String: Int] = [:]
    private var kinds: [String: Int] = [:]
    private var years: [String: Int] = [:]
    private var units: [String: Int] = [:]
    private var checks: [String: Int] = [:]
    private var confidence = Histogram(from: 0, to: 1, steps: 20)
    /// In percent.
    private var rates = Histogram(from: 0, to: 110, steps: 22)
    private var scores = Histogram(from: 0, to: 100, steps: 20)
    /// Targets in percent with what was reached.
    private var pairs: [(target: Double, actual: Double)] = []
    /// A plot shows no more.
    private static let mostPairs = 2000

    mutating func add(form line: JSONValue, isFirstOfDocument: Bool) {
        if isFirstOfDocument { statuses["converted", default: 0] += 1 }
        if let kind = line["form_kind"]?.words { kinds[kind, default: 0] += 1 }
        if let year = line["fiscal_year"]?.figure { years[String(Int(year)), default: 0] += 1 }
        if let unit = line["implementing_unit"]?.words ?? line["department"]?.words { units[unit, default: 0] += 1 }
        for check in line["checks"]?.elements ?? [] where check["passed"] == .bool(false) {
            if let code = check["code"]?.words { checks[code, default: 0] += 1 }
        }
        for fund in line["funds"]?.elements ?? [] {
            if let rate = fund["execution_rate"]?.figure { rates.add(rate) }
        }
        if let score = line["total_score"]?.figure { scores.add(score) }
    }

    mutating func add(indicator line: JSONValue) {
        if let figure = line["confidence"]?.figure { confidence.add(figure) }
        let percents = [line["target"], line["actual"]].compactMap { value in
            value?["unit"]?.words == "%" ? value?["value"]?.figure : nil
        }
        if percents.count == 2, pairs.count < Self.mostPairs { pairs.append((percents[0], percents[1])) }
    }

    mutating func add(failureCode: String) { statuses[failureCode, default: 0] += 1 }

    var json: JSONValue {
        .object([
            "statuses": Self.json(statuses), "kinds": Self.json(kinds), "years": Self.json(years),
            "units": Self.json(units), "checks": Self.json(checks), "confidence": confidence.json, "rates": rates.json,
            "scores": scores.json,
            "pairs": .array(pairs.map { .array([.double($0.target), .double($0.actual)]) }),
        ])
    }

    private static func json(_ counts: [String: Int]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) })
    }
}
