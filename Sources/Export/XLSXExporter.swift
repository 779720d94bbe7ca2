internal import Pipeline
internal import TableRecon

/// A workbook with one sheet per table, merged cells kept.
struct XLSXExporter: TableExporter {
    private let workbook: XLSXWorkbook
    private var files: [String] = []
    /// Points of the page for one unit of a column's width, about one digit at 11 points.
    private let pointsPerUnit = 5.5
    private let columnWidths = 4.0...80.0

    init(path: String, inputs: [InputFile] = []) throws(OutputError) {
        workbook = try XLSXWorkbook(path: path, inputs: inputs)
    }

    mutating func add(_ exported: ExportedTable) throws {
        let table = exported.table
        let sheet = try workbook.addSheet(name: sheetName(of: exported))
        let edges = table.columnEdges
        for column in 0..<table.columns {
            let width = abs(edges[column + 1] - edges[column]) / pointsPerUnit
            sheet.setWidth(min(max(width, columnWidths.lowerBound), columnWidths.upperBound), column: column)
        }
        let head = table.wholeHeaderRows
        for cell in table.cells {
            try sheet.write(
                cell.text, rows: cell.rowRange, columns: cell.columnRange, style: cell.row < head ? .header : .body)
        }
        sheet.freeze(rows: head < table.rows ? head : 0)
    }

    mutating func finish() throws { try workbook.close() }

    /// Sheets need names of their own: those of a second document get its number in front.
    private mutating func sheetName(of exported: ExportedTable) -> String {
        if files.last != exported.file { files.append(exported.file) }
        return files.count == 1 ? exported.name : "f\(files.count)-\(exported.name)"
    }
}
