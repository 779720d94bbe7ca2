import Foundation
import Testing

/// Tests that open PDFs run one after the other: Poppler is not used from several threads at once here.
@Suite(.serialized) enum Documents {}

/// The documents of the repository, with what their manifests say about them.
enum Corpus {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct Document: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        /// "ok", "failure", or "any" for a file damaged in the middle.
        var expect: String
        /// Where the truth of each form stands: "name#ordinal", in the order of the document.
        var forms: [String]
        var traits: [String]
        var failureCodes: [String]?

        enum CodingKeys: String, CodingKey {
            case file, expect, forms, traits
            case failureCodes = "failure_codes"
        }

        var testDescription: String { file }
    }

    private struct Manifest: Decodable {
        var documents: [Document]
    }

    /// The documents of a folder's manifest; empty where the folder is not there.
    static func documents(in folder: String) -> [Document] {
        let manifest = root.appending(path: "\(folder)/manifest.json")
        guard let data = try? Data(contentsOf: manifest) else { return [] }
        return (try? JSONDecoder().decode(Manifest.self, from: data))?.documents ?? []
    }

    static func exported(in folder: String) -> [Document] {
        documents(in: folder).filter { $0.traits.contains("exported") }
    }

    /// The forms of corpus-unseen, whose truth stands in one file for each set.
    static let unseen: [String] = {
        let folder = root.appending(path: "corpus-unseen").path()
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".pdf") }.sorted().map { folder + "/" + $0 }
    }()

    /// Paths of exported documents of every layout, those of the corpora with one form each.
    static let singleForms: [String] =
        ["corpus", "corpus-layouts"].flatMap { folder in
            exported(in: folder).filter { $0.forms.count == 1 }.map { path($0.file, in: folder) }
        } + unseen

    static func bad(in folder: String) -> [Document] { documents(in: folder).filter { $0.expect != "ok" } }

    static func path(_ file: String, in folder: String = "corpus") -> String {
        root.appending(path: "\(folder)/\(file)").path()
    }

    /// The forms that a document must give, as JSON objects.
    static func truth(of document: Document, in folder: String) throws -> [[String: Any]] {
        try document.forms.map { name in
            let parts = name.split(separator: "#")
            let data = try Data(contentsOf: root.appending(path: "\(folder)/truth/\(parts[0]).json"))
            let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let forms = try #require(object["forms"] as? [[String: Any]])
            return forms[try #require(Int(parts[1])) - 1]
        }
    }
}
