internal import Yams

/// Why a form dictionary cannot be used.
public struct DictionaryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sentence for the user that names the file and the key.
    public var message: String

    init(_ message: String) { self.message = message }

    public var description: String { message }
}

/// Takes YAML nodes apart, with errors that name the file and the place.
struct YAMLReader {
    let name: String

    func mapping(_ node: Node, at place: String) throws(DictionaryError) -> [(key: String, value: Node)] {
        guard case .mapping(let mapping) = node else {
            throw DictionaryError("\(name): \(place) must be a mapping of keys.")
        }
        return mapping.map { (key: $0.key.string ?? "", value: $0.value) }
    }

    func sequence(_ node: Node, at place: String) throws(DictionaryError) -> [Node] {
        guard case .sequence(let sequence) = node else {
            throw DictionaryError("\(name): \(place) must be a list.")
        }
        return Array(sequence)
    }

    func strings(_ node: Node, at place: String) throws(DictionaryError) -> [String] {
        var strings: [String] = []
        for entry in try sequence(node, at: place) { strings.append(try string(entry, at: place)) }
        return strings
    }

    func string(_ node: Node, at place: String) throws(DictionaryError) -> String {
        guard case .scalar(let scalar) = node else {
            throw DictionaryError("\(name): \(place) must hold plain words.")
        }
        return scalar.string
    }

    /// Refuses an unknown key with a hint at the nearest known one.
    func check(_ key: String, among known: [String], in place: String) throws(DictionaryError) {
        guard !known.contains(key) else { return }
        let nearest = known.min { editDistance(key, $0) < editDistance(key, $1) } ?? ""
        throw DictionaryError("\(name): unknown key \"\(key)\" in \(place). Did you mean \"\(nearest)\"?")
    }
}
