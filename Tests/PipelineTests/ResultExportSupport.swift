import Foundation
import FoundationXML
import Normalize
import Testing

@testable import Export

extension SampleResults {
    /// Writes the lines, by the format that the path's ending names.
    @discardableResult
    static func export(
        to path: String, _ lines: [(ResultTable.Stream, String)] = lines, options: ResultOptions = ResultOptions()
    ) throws -> ExportSummary {
        let format = try #require(ResultFormat(path: path))
        var writer = ResultLines(try format.exporter(path: path, inputs: [], options: options))
        for (stream, line) in lines { try writer.add(Array(line.utf8), to: stream) }
        return try writer.finish()
    }
}

/// A database as another program sees it.
enum ForeignSQLite {
    /// The rows of a query, each value as text; by Python's SQLite, as the program's own is not the tests' to call.
    static func rows(_ path: String, _ query: String) throws -> [[String?]] {
        let script = """
            import json, sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            rows = [[None if v is None else str(v) for v in row] for row in base.execute(sys.argv[2])]
            base.commit()
            print(json.dumps(rows))
            """
        let text = try output(of: "/usr/bin/env", ["python3", "-c", script, path, query])
        return try JSONDecoder().decode([[String?]].self, from: Data(text.utf8))
    }
}

/// A sheet of a workbook as its XML has it.
final class ForeignSheet: NSObject, XMLParserDelegate {
    struct Cell: Equatable {
        var text: String
        /// `n` for a number, `inlineStr` for a text, `b` for a truth value.
        var kind: String
        var style: String?
    }

    /// Row by row, each cell by the letters of its column.
    private(set) var rows: [[String: Cell]] = []
    private var place = ""
    private var cell = Cell(text: "", kind: "n")
    private var isInText = false

    /// - Parameter number: From 1.
    init(_ path: String, number: Int) throws {
        super.init()
        let parser = XMLParser(data: try Self.part("xl/worksheets/sheet\(number).xml", of: path))
        parser.delegate = self
        #expect(parser.parse())
    }

    static func part(_ name: String, of path: String) throws -> Data {
        Data(try output(of: "/usr/bin/unzip", ["-p", path, name]).utf8)
    }

    static func names(_ path: String) throws -> [String] {
        let book = String(decoding: try part("xl/workbook.xml", of: path), as: UTF8.self)
        return book.split(separator: "<sheet name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// The letters of a column, from 0.
    static func letters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        switch name {
        case "row": rows.append([:])
        case "c":
            place = (attributes["r"] ?? "").filter(\.isLetter)
            cell = Cell(text: "", kind: attributes["t"] ?? "n", style: attributes["s"])
        case "v", "t": isInText = true
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { if isInText { cell.text += text } }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "v" || name == "t" { isInText = false }
        if name == "c", !cell.text.isEmpty || cell.kind != "n" { rows[rows.count - 1][place] = cell }
    }
}
