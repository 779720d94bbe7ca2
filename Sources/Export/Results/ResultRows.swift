package import Normalize

/// A row of a table, a value for each of its columns; null for what is not on the page.
package typealias ResultRow = [JSONValue]

/// Turns lines of results into rows of the flat tables.
package struct ResultRows {
    /// The document of the last failure and its number among them.
    private var failure: (file: JSONValue, ordinal: Int) = (.null, 0)
    /// The document of the last form.
    private var document: JSONValue?

    package init() {}

    /// Hands out the rows of a line, each behind the row that it belongs to.
    ///
    /// A failure gives the row of its document, too: that may have come with its forms already.
    package mutating func forEach(
        of line: JSONValue, in stream: ResultTable.Stream, _ body: (ResultTable, ResultRow) throws -> Void
    ) rethrows {
        if stream == .failures {
            let file = line["file"] ?? .null
            failure = (file, failure.file == file ? failure.ordinal + 1 : 1)
            try body(.document, [file, line["sha256"] ?? .null, .null])
        }
        for table in ResultTable.all where table.stream == stream {
            switch table.rows {
            case .lines:
                if table == .document, document == Self.value(at: ["source", "file"], in: line) { continue }
                try body(table, Self.row(of: table, line, element: nil, ordinal: failure.ordinal, owner: ""))
            case .elements(let paths):
                for path in paths {
                    guard case .array(let elements) = Self.value(at: path, in: line) else { continue }
                    for (index, element) in elements.enumerated() {
                        try body(
                            table, Self.row(of: table, line, element: element, ordinal: index + 1, owner: path[0]))
                    }
                }
            }
        }
        if stream == .forms { document = Self.value(at: ["source", "file"], in: line) }
    }

    private static func row(
        of table: ResultTable, _ line: JSONValue, element: JSONValue?, ordinal: Int, owner: String
    ) -> ResultRow {
        table.columns.map { column in
            switch column.origin {
            case .line(let path): value(at: path, in: line)
            case .element(let path): element.map { value(at: path, in: $0) } ?? .null
            case .place(let path, let index): value(at: path, in: line).element(index)
            case .ordinal: .int(ordinal)
            case .owner: .string(owner)
            }
        }
    }

    private static func value(at path: [String], in line: JSONValue) -> JSONValue {
        path.reduce(line) { $0[$1] ?? .null }
    }
}

extension JSONValue {
    /// The element of an array, null where there is none.
    fileprivate func element(_ index: Int) -> JSONValue {
        guard case .array(let elements) = self, index < elements.count else { return .null }
        return elements[index]
    }

    /// The value as one text: figures with all their digits, what holds other values as JSON; nil for null.
    package var plainText: String? {
        switch self {
        case .null: nil
        case .string(let text): text
        default: description
        }
    }
}
