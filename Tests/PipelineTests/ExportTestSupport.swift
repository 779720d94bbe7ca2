import Export
import Foundation
import PageModel
import TableRecon

/// A table drawn with letters: equal neighbouring entries of `grid` are one cell, whose text is looked up in `texts`.
func table(
    _ grid: [String], _ texts: [Character: String], headerRows: Int = 0, page: Int = 1, confidence: Double = 1
) -> Table {
    let rows = grid.map(Array.init)
    var cells: [TableCell] = []
    for (row, line) in rows.enumerated() {
        for (column, name) in line.enumerated() {
            let isFirst = !rows[..<row].contains { $0.contains(name) } && !line[..<column].contains(name)
            guard isFirst else { continue }
            let rowSpan = rows.count { $0.contains(name) }
            let columnSpan = line.count { $0 == name }
            let box = Rect(
                x0: 50 + Double(column) * 100, y0: 50 + Double(row) * 20,
                x1: 50 + Double(column + columnSpan) * 100, y1: 50 + Double(row + rowSpan) * 20)
            cells.append(
                TableCell(
                    row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, box: box,
                    text: texts[name] ?? String(name)))
        }
    }
    return Table(
        page: page, box: cells.map(\.box).union!, rows: rows.count, columns: rows[0].count, headerRows: headerRows,
        method: .lattice, cells: cells, confidence: confidence)
}

/// An empty folder that is gone when the value is.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("zhibiao-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// What the format makes of the tables, all of one document.
func exported(_ tables: [Table], as format: TableFormat, file: String = "in/a.pdf") throws -> String {
    let folder = try TemporaryFolder()
    var exporter = try format.exporter(path: "\(folder.path)/out")
    for (index, table) in tables.enumerated() {
        try exporter.add(ExportedTable(file: file, ordinal: index + 1, table: table))
    }
    try exporter.finish()
    return try folder.text("out")
}

/// What a program prints.
func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}
