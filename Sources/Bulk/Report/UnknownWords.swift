public import Normalize

/// Headers and labels of a run that no dictionary knew, with how often they came and an example.
///
/// They stand in the results: a header that is not understood keeps its cells in `extra`, a label in `fields`, a source
/// of money is a line of the item `other`.
public struct UnknownWords {
    /// A section of the dictionary that the words may belong to.
    public enum Section: String, CaseIterable {
        case columns
        case labels
        case funds
    }

    public struct Word: Hashable {
        public var text: String
        /// Rows for a header, forms for a label or a source of money.
        public var count: Int
        public var files: Int
        /// A cell below or behind it.
        public var example: String
        public var file: String
    }

    private struct Tally {
        var count = 0
        var files: Set<String> = []
        var example = ""
        var file = ""
    }

    private var tallies: [Section: [String: Tally]] = [:]
    private let dictionary: FormDictionary

    /// Reads the results of a run.
    ///
    /// - Parameters:
    ///   - folder: The folder behind --out of `convert`.
    ///   - dictionary: Words that it knows are left out.
    /// - Throws: `UsageError` for a folder without results; a run that is going on or was broken off gives what it has.
    public init(folder: String, dictionary: FormDictionary) throws {
        self.dictionary = dictionary
        _ = try RunResults(folder: folder).forEachLine { stream, line in
            guard case .object(let members) = try? JSONReader.value(of: line) else { return }
            switch stream {
            case .indicators: take(row: members)
            case .forms: take(form: members)
            case .failures, .evidence: break
            }
        }
    }

    /// The words of a section, the most frequent first.
    public func words(of section: Section) -> [Word] {
        (tallies[section] ?? [:]).map { text, tally in
            Word(text: text, count: tally.count, files: tally.files.count, example: tally.example, file: tally.file)
        }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    // MARK: Reading

    private mutating func take(row: [JSONMember]) {
        for (header, value) in Self.texts(row, "extra") where !dictionary.knows(header: header) {
            add(header, to: .columns, example: value, file: Self.file(of: row))
        }
    }

    private mutating func take(form: [JSONMember]) {
        for (label, value) in Self.texts(form, "fields") where !dictionary.knows(label: label) {
            add(label, to: .labels, example: value, file: Self.file(of: form))
        }
        guard case .array(let lines) = form["funds"] else { return }
        for case .object(let line) in lines {
            guard line["item"] == .string("other"), case .string(let label) = line["label"],
                !dictionary.knows(source: label)
            else { continue }
            add(label, to: .funds, example: "", file: Self.file(of: form))
        }
    }

    private mutating func add(_ text: String, to section: Section, example: String, file: String) {
        var tally = tallies[section]?[text] ?? Tally()
        tally.count += 1
        tally.files.insert(file)
        if tally.example.isEmpty { (tally.example, tally.file) = (example, file) }
        tallies[section, default: [:]][text] = tally
    }

    /// The texts of an object within an object.
    private static func texts(_ members: [JSONMember], _ key: String) -> [(String, String)] {
        guard case .object(let inner) = members[key] else { return [] }
        return inner.compactMap { member in
            if case .string(let text) = member.value { (member.key, text) } else { nil }
        }
    }

    private static func file(of members: [JSONMember]) -> String {
        guard case .object(let source) = members["source"], case .string(let file) = source["file"] else { return "" }
        return file
    }
}

extension [JSONMember] {
    fileprivate subscript(key: String) -> JSONValue? { first { $0.key == key }?.value }
}

extension UnknownWords {
    /// A dictionary file to fill in: it can be read as it is, and adds nothing until words are moved behind the keys.
    public var dictionaryFile: String {
        let titles: [Section: String] = [
            .columns: "Headers of indicator tables", .labels: "Labels of heads and feet",
            .funds: "Sources of money in funding blocks",
        ]
        var text =
            "# Words that the dictionary does not know, the most frequent first. Put a word into the list behind its key,\n"
        text += "# leave out the others, and give this file to --dictionary.\n"
        for section in Section.allCases {
            let words = words(of: section)
            text += "\n# \(titles[section] ?? "")\(words.isEmpty ? ": none" : "")\n\(section.rawValue):\n"
            text += section == .funds ? "  items:\n" : ""
            let indent = section == .funds ? "    " : "  "
            for key in FormDictionary.keys(of: section.rawValue) { text += "\(indent)\(key): []\n" }
            for word in words { text += "\(indent)# \(Self.quoted(word.text))  \(Self.note(on: word, in: section))\n" }
        }
        return text
    }

    private static func note(on word: Word, in section: Section) -> String {
        let unit = section == .columns ? "rows" : "forms"
        let files = word.files == 1 ? "1 file" : "\(word.files) files"
        let example = word.example.isEmpty ? "" : ", for example \(quoted(String(word.example.prefix(40))))"
        return "\(word.count) \(unit) of \(files)\(example) in \(word.file)"
    }

    /// In quotation marks, on one line.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\"\(escaped)\""
    }
}
