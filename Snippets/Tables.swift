// Shows the tables of a PDF, and what was looked at and is none.
//
//     swift run Tables a.pdf

import PDFText
import PageModel
import Pipeline
import ScanReading
import TableRecon

// snippet.tables
/// One line for each table and each rejected area of a PDF.
func tables(of path: String) throws -> [String] {
    var options = ConvertOptions()
    options.tables.regions.rowGap = 3
    options.tables = try options.tables.validated()
    var pages = try PageSequence(.path(path), options: options, reader: PageReader(options: options))
    var lines: [String] = []
    while pages.nextNumber != nil {
        let (layout, trace) = pages.traced(try pages.read())
        for table in layout.tables {
            lines.append("page \(layout.number): \(table.rows) x \(table.columns), \(table.method.rawValue)")
        }
        for area in trace.rejected {
            lines.append("page \(layout.number): no table, \(area.rejection?.rawValue ?? "")")
        }
    }
    return lines
}

for path in CommandLine.arguments.dropFirst() { for line in try tables(of: path) { print(line) } }
// snippet.end
