public import Normalize

/// Applies the corrections of one document to its forms as they come, and keeps count of those that do not fit.
public struct CorrectionRun {
    private let corrections: [Correction]
    private let dictionary: FormDictionary
    /// Places in `corrections` of those that found their form.
    private var met: Set<Int> = []
    private var reasons: [String] = []
    /// So many reasons are named in a message.
    private static let named = 3

    public init(_ corrections: [Correction], dictionary: FormDictionary) {
        self.corrections = corrections
        self.dictionary = dictionary
    }

    /// The form with what a person said in it; a correction of something that was read otherwise is left out.
    public mutating func reviewed(_ form: FormRecord, in document: DocumentIdentity, ordinal: Int) -> FormRecord {
        let name = form.formID(in: document, ordinal: ordinal)
        let own = corrections.indices.filter { corrections[$0].formID == name }
        guard !own.isEmpty else { return form }
        met.formUnion(own)
        var form = form
        // What is said of one field twice is said of what was read, not of the first correction.
        let read = form
        var removed: Set<Int> = []
        for correction in Self.last(own.map { corrections[$0] }) {
            let place = correction.recordID.flatMap { Self.row($0, of: name) }
            guard correction.recordID == nil || place.map(read.indicators.indices.contains) ?? false else {
                refuse(correction, "there is no such row")
                continue
            }
            let field = correction.action == .delete ? "level3" : correction.field
            let now = read.text(of: field, row: place)
            guard now == correction.old else {
                let (before, after) = (Self.shown(correction.old), Self.shown(now))
                refuse(correction, "it was made when \(before) was read, and now \(after) is")
                continue
            }
            if correction.action == .delete {
                if let place { removed.insert(place) }
            } else if !form.review(field, row: place, as: correction.verdict, dictionary: dictionary) {
                refuse(correction, "\(Self.shown(correction.new)) is no value of that field")
            }
        }
        for row in removed.sorted(by: >) { form.removeIndicator(at: row) }
        form.auditAgain()
        return form
    }

    /// What was not applied, in sentences; nil when all was. To be asked for when all forms have come.
    public var refusal: String? {
        var reasons = reasons
        for (index, correction) in corrections.enumerated() where !met.contains(index) {
            reasons.append("\(correction.place): there is no such form")
        }
        guard let first = reasons.first else { return nil }
        let more = reasons.count > Self.named ? "; and \(reasons.count - Self.named) more" : ""
        let list = reasons.count == 1 ? first : reasons.prefix(Self.named).joined(separator: "; ") + more
        let count = reasons.count == 1 ? "1 correction was" : "\(reasons.count) corrections were"
        return "\(count) not applied (\(list)). Look at the document again with zhibiao inspect."
    }

    private mutating func refuse(_ correction: Correction, _ reason: String) {
        reasons.append("\(correction.place): \(reason)")
    }

    /// Of several for one field the last, in the order of the file.
    private static func last(_ corrections: [Correction]) -> [Correction] {
        var seen: Set<[String]> = []
        return corrections.reversed().filter { seen.insert([$0.recordID ?? "", $0.field]).inserted }.reversed()
    }

    /// The place of a row that has not been reviewed, from 0.
    private static func row(_ record: String, of form: String) -> Int? {
        let start = form + "-r"
        guard record.hasPrefix(start), let ordinal = Int(record.dropFirst(start.count)), ordinal > 0 else { return nil }
        return ordinal - 1
    }

    /// In characters.
    private static let longestShown = 40

    private static func shown(_ text: String?) -> String {
        text.map { "\"\($0.prefix(longestShown))\"" } ?? "nothing"
    }
}

extension Correction {
    fileprivate var verdict: ReviewVerdict {
        switch action {
        case .confirm, .delete: .confirmed
        case .correct: .corrected(new ?? "")
        case .unreadable: .unreadable
        }
    }

    /// The record and the field, for a message.
    fileprivate var place: String {
        let name = recordID ?? formID
        let short = name.split(separator: "-").dropFirst().joined(separator: "-")
        return field.isEmpty ? short : "\(short) \(field)"
    }
}
