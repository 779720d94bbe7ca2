internal import Foundation
internal import PageModel
internal import TableRecon

/// A line of `zhibiao tables` as another process has made it.
public struct TableLine: Sendable {
    /// The document as given by the user.
    public var file: String
    /// JSON of the shape of `table.schema.json`, with its line feed.
    public var bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// The cells of a line do not make up a grid.
    public struct NoTable: Error, Hashable, Sendable {}

    /// Grid positions that a table may have; more no page has.
    private static let mostPositions = 4_000_000

    /// The table, without what a line does not tell; nil when its cells do not make up a grid.
    var table: Table? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else { return nil }
        return line.isGrid(ofAtMost: Self.mostPositions) ? line.table : nil
    }
}

/// The keys of a line.
private struct Line: Decodable {
    var page: Int
    var bbox: [Double?]
    var rows: Int
    var columns: Int
    var headerRows: Int
    var method: TableMethod
    var textSource: TextSource
    var confidence: Double
    var continues: TableRef?
    var cells: [Cell]

    struct Cell: Decodable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var bbox: [Double?]
        var text: String
        var confidence: Double
    }

    /// Whether every position belongs to exactly one cell.
    func isGrid(ofAtMost most: Int) -> Bool {
        guard rows >= 1, columns >= 1, headerRows >= 0, rows <= most, columns <= most, rows * columns <= most,
            cells.count <= rows * columns
        else { return false }
        var taken = [Bool](repeating: false, count: rows * columns)
        var positions = 0
        for cell in cells {
            guard cell.row >= 0, cell.column >= 0, (1...rows).contains(cell.rowSpan),
                (1...columns).contains(cell.columnSpan), cell.row <= rows - cell.rowSpan,
                cell.column <= columns - cell.columnSpan
            else { return false }
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    guard !taken[row * columns + column] else { return false }
                    taken[row * columns + column] = true
                    positions += 1
                }
            }
        }
        return positions == taken.count
    }

    var table: Table {
        Table(
            page: page, box: Rect(line: bbox), rows: rows, columns: columns, headerRows: min(headerRows, rows),
            method: method, textSource: textSource, continues: continues,
            cells: cells.map {
                TableCell(
                    row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
                    box: Rect(line: $0.bbox), text: $0.text, confidence: $0.confidence)
            }, confidence: confidence)
    }
}

extension Rect {
    /// - Parameter line: Four coordinates in any order; those that are missing are 0.
    fileprivate init(line: [Double?]) {
        let values = (0..<4).map { $0 < line.count ? line[$0] ?? 0 : 0 }
        self.init(
            x0: min(values[0], values[2]), y0: min(values[1], values[3]), x1: max(values[0], values[2]),
            y1: max(values[1], values[3]))
    }
}
