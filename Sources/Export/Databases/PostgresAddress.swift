/// The URL of a PostgreSQL database, as libpq takes it.
package struct PostgresAddress: Hashable, Sendable {
    /// The whole of it.
    package let url: String

    /// Nil for what is no such URL.
    package init?(_ text: String) {
        guard Self.schemes.contains(where: { text.hasPrefix($0) }) else { return nil }
        url = text
    }

    private static let schemes = ["postgresql://", "postgres://"]

    /// Whether a password stands in the URL, where every user of the machine sees it.
    package var holdsPassword: Bool {
        let rest = url.drop { $0 != "/" }.dropFirst(2)
        let ends = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let user = rest[..<ends].lastIndex(of: "@").map { rest[..<$0] } ?? ""
        let parameters = rest.split(separator: "?", maxSplits: 1).dropFirst().joined().split(separator: "&")
        return user.contains(":")
            || parameters.contains { Self.decoded($0.prefix { $0 != "=" }).lowercased().hasSuffix("password") }
    }

    /// Text with `%HH` for characters as the characters that they stand for.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
