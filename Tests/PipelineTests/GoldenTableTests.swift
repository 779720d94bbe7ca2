import PDFText
import PageModel
import Pipeline
import TableRecon
import Testing

@testable import Export

extension Documents {
    /// The table stage: tables with their cells, and the lines of text outside.
    @Suite struct GoldenTableTests {
        @Test(arguments: GoldenCase.all)
        func tablesAgreeWithTheStoredOnes(_ golden: GoldenCase) throws {
            let document = try SourceDocument(
                file: InputFile.path(golden.path).read(), name: golden.file, password: nil)
            var tracker = ContinuationTracker()
            var dump = ""
            for number in 1...document.pageCount {
                dump += tracker.link(TableFinder().layout(of: try document.page(number).content)).dump
            }
            try Golden.expect(dump, agreesWith: golden, stage: "tables")
        }
    }
}

extension PageLayout {
    fileprivate var dump: String {
        "page \(number) \(width.dump) x \(height.dump) turned \(turn.rawValue)\n"
            + lines.map { "line \($0.box.dump) \($0.text)\n" }.joined() + tables.map(\.dump).joined()
    }
}

extension Table {
    /// The table on one line, then its cells in row order: place, spans, box, confidence, text.
    fileprivate var dump: String {
        let head =
            "table \(box.dump) \(method) \(rows) x \(columns) header \(headerRows) confidence \(confidence.dump)"
            + (continues.map { " continues page \($0.page) table \($0.table)" } ?? "") + "\n"
        return head
            + cells.map { cell in
                let spans = cell.rowSpan * cell.columnSpan > 1 ? " spans \(cell.rowSpan) x \(cell.columnSpan)" : ""
                return "  \(cell.row),\(cell.column)\(spans) [\(cell.box.dump)] \(cell.confidence.dump) \(cell.text)\n"
            }.joined()
    }
}
