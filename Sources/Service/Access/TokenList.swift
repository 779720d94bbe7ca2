internal import Foundation
internal import PDFText

/// Whose request it is. Results of one are never seen by another.
struct Tenant: Hashable, Sendable {
    /// As the file of tokens has it, for logs; empty where no tokens are asked for.
    let name: String
}

/// The bearer tokens that are let in.
public struct TokenList: Sendable {
    /// What is wrong with a file of tokens, in a sentence.
    public struct Malformed: Error, Hashable, Sendable {
        public let message: String
    }

    /// Of a token nothing is kept but its hash, in hexadecimal digits.
    private var entries: [(tenant: Tenant, hash: [UInt8])] = []

    /// Lets everybody in.
    public init() {}

    /// In characters. Shorter ones could be guessed.
    private static let shortest = 16

    /// - Parameter text: A line for each token, "NAME TOKEN"; empty lines and lines that begin with # are left out.
    public init(_ text: String) throws(Malformed) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first, !name.hasPrefix("#") else { continue }
            guard words.count == 2 else {
                throw Malformed(message: "Line \(index + 1) is not a name and a token, with a space between them.")
            }
            guard words[1].utf8.count >= Self.shortest else {
                throw Malformed(message: "The token of \(name) has fewer than \(Self.shortest) characters.")
            }
            guard !entries.contains(where: { $0.tenant.name == name }) else {
                throw Malformed(message: "\(name) has two tokens.")
            }
            entries.append((Tenant(name: name), Self.hash(words[1])))
        }
        guard !entries.isEmpty else { throw Malformed(message: "It holds no token.") }
    }

    /// Whether a token must be shown.
    public var isRequired: Bool { !entries.isEmpty }

    /// Whose token it is; nil when it is nobody's. Without tokens everybody is the same.
    ///
    /// - Parameter header: The field Authorization of a request.
    /// - Complexity: The same time for each header of the same length: all entries are compared, each to its end.
    func tenant(authorization header: String?) -> Tenant? {
        guard isRequired else { return Tenant(name: "") }
        let scheme = "bearer "
        guard let header, header.lowercased().hasPrefix(scheme) else { return nil }
        let hash = Self.hash(header.dropFirst(scheme.count).trimmingCharacters(in: .whitespaces))
        var found: Tenant?
        for entry in entries where Self.areEqual(entry.hash, hash) { found = entry.tenant }
        return found
    }

    private static func hash(_ token: String) -> [UInt8] { Array(FileBytes(Array(token.utf8)).sha256.utf8) }

    /// Looks at every byte, wherever the first difference is.
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var difference = left.count ^ right.count
        for (one, other) in zip(left, right) { difference |= Int(one ^ other) }
        return difference == 0
    }
}
