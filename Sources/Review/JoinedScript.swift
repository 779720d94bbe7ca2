internal import Foundation
internal import PDFText

/// The one script of a page: its modules, joined, since a page that is opened as a file may import none.
struct JoinedScript {
    /// With a line feed at both ends, as it stands between its tags.
    let text: String

    /// - Parameter modules: Each behind those that it imports from while it is loaded.
    init(modules: [[UInt8]]) {
        text = "\n(() => {\n\"use strict\";\n" + modules.map(Self.joined).joined(separator: "\n") + "})();\n"
    }

    /// What a policy names the script by.
    var hash: String {
        let hash = ContentHash()
        Array(text.utf8).withUnsafeBytes { hash.add($0) }
        let digits = Array(hash.finish().utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }

    /// A module without its imports and exports: in one script all names are known to each other.
    private static func joined(_ module: [UInt8]) -> String {
        var lines: [Substring] = []
        var isImport = false
        for line in String(decoding: module, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            isImport = isImport || line.hasPrefix("import ")
            if isImport {
                // An import may go over several lines; it ends with the module's name.
                isImport = !line.hasSuffix(";")
            } else {
                lines.append(line.hasPrefix("export ") ? line.dropFirst("export ".count) : line)
            }
        }
        return lines.joined(separator: "\n")
    }
}
