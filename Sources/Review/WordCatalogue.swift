internal import Export
internal import Normalize

/// The words of the pages, as members of the data that their scripts are given.
enum WordCatalogue {
    /// - Parameter catalogues: JSON by the name under which the script finds it.
    /// - Returns: What goes behind the other members of an object.
    static func members(_ catalogues: [(name: String, json: [UInt8])]) -> String {
        catalogues.map { ",\"\($0.name)\":" + String(decoding: $0.json, as: UTF8.self) }.joined()
    }
}

extension JSONValue {
    /// Plain names of fields, by language and key.
    static var fieldNames: JSONValue {
        .object(
            HeaderLanguage.allCases.map { language in
                let names = FieldCatalogue.names(in: language).sorted { $0.key < $1.key }
                return JSONMember(language.rawValue, .object(names.map { JSONMember($0.key, .string($0.value)) }))
            })
    }
}
