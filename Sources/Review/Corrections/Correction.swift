internal import Foundation

/// One line of corrections.jsonl: what a person said about a field of one document.
public struct Correction: Codable, Hashable, Sendable {
    public enum Action: String, Codable, Hashable, Sendable, CaseIterable {
        case confirm
        case correct
        case unreadable
        /// The row is no indicator; the line names no field.
        case delete
    }

    /// Of the document's content.
    public var sha256: String
    /// The names of the records before any review.
    public var formID: String
    public var recordID: String?
    /// As in evidence.jsonl; empty for a whole row.
    public var field: String
    public var action: Action
    /// What had been read when the person looked; nil for a blank field.
    public var old: String?
    public var new: String?
    public var reviewer: String?
    /// ISO 8601.
    public var time: String?

    enum CodingKeys: String, CodingKey {
        case sha256, field, action, old, new, reviewer, time
        case formID = "form_id"
        case recordID = "record_id"
    }
}

/// A line that is no correction.
public struct CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    public var line: Int
    public var reason: String

    public var description: String { "Line \(line) is no correction: \(reason)." }
}

/// The corrections of a file, by the document that they speak of.
public struct Corrections: Sendable {
    private let byDocument: [String: [Correction]]

    /// Of a line, in bytes; a text of a form has some kilobytes.
    private static let longestLine = 1 << 20

    /// Reads the lines of a file. The file may come from anywhere: what is no correction is refused.
    ///
    /// - Throws: `CorrectionError` for the first line that is none.
    public init(_ text: String) throws(CorrectionError) {
        var byDocument: [String: [Correction]] = [:]
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let correction = try Self.correction(line, number: index + 1)
            byDocument[correction.sha256, default: []].append(correction)
        }
        self.byDocument = byDocument
    }

    /// Those of all documents.
    public var all: [Correction] { byDocument.values.flatMap { $0 } }

    public var documents: Set<String> { Set(byDocument.keys) }

    /// The corrections of a document, in the order of the file: of two for one field the later one counts.
    public func corrections(of sha256: String) -> [Correction] { byDocument[sha256] ?? [] }

    private static func correction(_ line: Substring, number: Int) throws(CorrectionError) -> Correction {
        guard line.utf8.count <= longestLine else { throw CorrectionError(line: number, reason: "it is too long") }
        guard let correction = try? JSONDecoder().decode(Correction.self, from: Data(line.utf8)) else {
            throw CorrectionError(
                line: number,
                reason: "sha256, form_id, field and action must be texts, the action one of "
                    + Correction.Action.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard correction.field.isEmpty == (correction.action == .delete),
            correction.action != .delete || correction.recordID != nil
        else { throw CorrectionError(line: number, reason: "a deletion names a row and no field, all others a field") }
        return correction
    }
}
