internal import Foundation
public import Normalize

/// Compares what a person said of a sample of fields with what was read: how far the rest can be trusted.
///
/// Fields are told apart by what they are, by where their text comes from, and by how sure the reading was. A person looks
/// at doubtful fields more often than at sure ones; the figure for all fields gives each its share of the run.
public struct Evaluation: Sendable {
    /// A group of fields, and what was found of those that were looked at.
    public struct Group: Hashable, Sendable {
        public var name: String
        public var found: Proportion
        /// Fields of the run.
        public var fields: Int
    }

    private struct Tally {
        var found = Proportion()
        var fields = 0
    }

    /// The least confidence of each band, the surest first.
    private static let bands = [0.99, 0.95, 0.9, 0.8, 0]

    private var corrections: [[String]: Correction] = [:]
    private var met: Set<[String]> = []
    /// Name of a form → where its text comes from, and what kind it is.
    private var layouts: [String: String] = [:]
    private var byField: [String: Tally] = [:]
    private var byLayout: [String: Tally] = [:]
    private var byBand: [Int: Tally] = [:]
    /// Corrections of something that is read otherwise in this run, or not at all.
    public private(set) var staleCount = 0
    /// Fields that nobody could read on the page: neither right nor wrong.
    public private(set) var unreadableCount = 0
    /// Rows that are no indicators.
    public private(set) var deletedRows = 0

    public init(_ corrections: Corrections) {
        for correction in corrections.all {
            if correction.action == .delete {
                deletedRows += 1
            } else {
                self.corrections[correction.key] = correction
            }
        }
    }

    /// Takes a line of forms.jsonl, before any line of evidence.
    public mutating func add(form line: JSONValue) {
        guard let name = line["form_id"]?.words, let kind = line["form_kind"]?.words else { return }
        layouts[name] = "\(kind), \(line["source"]?["text_source"]?.words ?? "")"
    }

    /// Takes a line of evidence.jsonl.
    public mutating func add(evidence line: JSONValue) {
        guard let field = line["field"]?.words, let form = line["form_id"]?.words, let sha256 = line["sha256"]?.words,
            line["basis"]?.words != FieldEvidence.Basis.computed.rawValue
        else { return }
        let confidence = line["confidence"]?.figure ?? 0
        let band = Self.bands.firstIndex { confidence >= $0 } ?? Self.bands.count - 1
        let (group, layout) = (Self.group(of: field), layouts[form] ?? "")
        let isRight = verdict(on: [sha256, line["record_id"]?.words ?? form, field], value: line["value"])
        func note(_ tally: inout Tally) {
            tally.fields += 1
            if let isRight { tally.found.add(isRight: isRight) }
        }
        note(&byField[group, default: Tally()])
        note(&byLayout[layout, default: Tally()])
        note(&byBand[band, default: Tally()])
    }

    /// Whether a field is right; nil where nobody has said.
    private mutating func verdict(on key: [String], value: JSONValue?) -> Bool? {
        guard let correction = corrections[key], met.insert(key).inserted else { return nil }
        guard correction.old == value?.fieldText else {
            staleCount += 1
            return nil
        }
        switch correction.action {
        case .confirm: return true
        case .correct: return correction.new == correction.old
        case .unreadable, .delete:
            unreadableCount += 1
            return nil
        }
    }

    /// "funds.2.executed" → "executed"; further labels and columns are one group each.
    private static func group(of field: String) -> String {
        let parts = field.split(separator: ".", maxSplits: 2)
        guard parts.count > 1 else { return field }
        return parts[0] == "funds" ? "funds.\(parts.last ?? "")" : "\(parts[0]).*"
    }

    // MARK: What came out

    public var fields: [Group] { Self.groups(byField) }
    public var layoutGroups: [Group] { Self.groups(byLayout) }

    /// The surest first.
    public var bandGroups: [Group] {
        Self.bands.indices.map { index in
            let tally = byBand[index] ?? Tally()
            let upper = index == 0 ? "1.00" : String(format: "%.2f", Self.bands[index - 1])
            return Group(
                name: String(format: "%.2f", Self.bands[index]) + " to " + upper, found: tally.found,
                fields: tally.fields)
        }
    }

    /// Corrections of fields that are not in the run.
    public var missingCount: Int { corrections.count - met.count }

    /// The share of right ones among all fields of the run, with its interval: each band of confidence counts as often as
    /// it occurs. Nil where a band with fields was not looked at.
    public var overall: (share: Double, interval: ClosedRange<Double>)? {
        let groups = bandGroups.filter { $0.fields > 0 }
        let all = Double(groups.reduce(0) { $0 + $1.fields })
        var (share, lower, upper) = (0.0, 0.0, 0.0)
        for group in groups {
            guard let own = group.found.share, let interval = group.found.interval else { return nil }
            let weight = Double(group.fields) / all
            share += weight * own
            // Bands err independently of each other.
            lower += (weight * (own - interval.lowerBound)) * (weight * (own - interval.lowerBound))
            upper += (weight * (interval.upperBound - own)) * (weight * (interval.upperBound - own))
        }
        guard all > 0 else { return nil }
        return (share, max(0, share - lower.squareRoot())...min(1, share + upper.squareRoot()))
    }

    private static func groups(_ tallies: [String: Tally]) -> [Group] {
        tallies.map { Group(name: $0.key, found: $0.value.found, fields: $0.value.fields) }
            .filter { $0.found.all > 0 }.sorted { ($1.found.all, $0.name) < ($0.found.all, $1.name) }
    }
}

extension Correction {
    fileprivate var key: [String] { [sha256, recordID ?? formID, field] }
}
