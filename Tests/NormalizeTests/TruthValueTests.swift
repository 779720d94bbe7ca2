import Foundation
import Testing

@testable import Normalize

/// Every value of the corpus' truth, as the string of JSON that the program must write for it.
private enum Truth {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "corpus/truth")

    /// Values by their text.
    static func values() throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        for name in names where name.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appending(path: name))
            collect(try JSONSerialization.jsonObject(with: data), into: &found)
        }
        return found
    }

    private static func collect(_ node: Any, into found: inout [String: Set<String>]) {
        if let list = node as? [Any] {
            for item in list { collect(item, into: &found) }
        } else if let object = node as? [String: Any] {
            if let text = object["text"] as? String, object["quantities"] != nil {
                found[text, default: []].insert(canonical(object))
            }
            for item in object.values { collect(item, into: &found) }
        }
    }

    static func canonical(_ object: Any) -> String {
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}

@Test(.enabled(if: FileManager.default.fileExists(atPath: Truth.folder.path())))
func agreesWithEveryValueOfTheTruth() throws {
    let values = try Truth.values()
    #expect(values.count > 100)
    for (text, expected) in values {
        let written = ValueGrammar.parse(text).json.description
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8))
        #expect(expected == [Truth.canonical(read)], "\(text)")
    }
}
