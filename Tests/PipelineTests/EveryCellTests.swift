import Foundation
import PageModel
import ScanReading
import TableRecon
import Testing

@testable import Normalize
@testable import Pipeline

/// Every cell of a form's tables is accounted for, on forms of every layout that there is: what a cell holds comes out in
/// a record, a field, the funds, a goal or a note.
extension Documents {
    @Suite struct EveryCellTests {
        /// A text that no form holds, which the dictionary knows nothing of.
        private let unique = "麒麟"
        /// Of a document so many cells are tried, spread evenly over its tables.
        private let mostCells = 12

        @Test(arguments: Corpus.singleForms)
        func aUniqueTextInACellComesOut(_ path: String) throws {
            let pages = try layouts(of: path)
            let places = tables(in: pages).flatMap { page, table in
                pages[page].tables[table].cells.indices.compactMap { cell in
                    pages[page].tables[table].cells[cell].isBlank ? nil : (page, table, cell)
                }
            }
            for (page, table, cell) in places.evenly(mostCells) {
                var changed = pages
                changed[page].tables[table].cells[cell].set(unique)
                let old = pages[page].tables[table].cells[cell].text
                // Without a title, a header or a name there may be no form, which is no loss in silence.
                let forms = assembled(changed)
                #expect(forms.isEmpty || comesOut(unique, of: forms), "\(unique) in the place of \"\(old)\" is lost.")
            }
        }

        @Test(arguments: Corpus.singleForms)
        func anAddedColumnComesOut(_ path: String) throws {
            var pages = try layouts(of: path)
            var texts: [String] = []
            for (page, table) in tables(in: pages) {
                texts += pages[page].tables[table].addColumn { "\(unique)\(page)之\(table)之\($0)之" }
            }
            let forms = assembled(pages)
            for text in texts { #expect(forms.isEmpty || comesOut(text, of: forms), "\(text) is lost.") }
        }

        @Test(arguments: Corpus.singleForms)
        func anAddedRowComesOut(_ path: String) throws {
            let pages = try layouts(of: path)
            for (page, table) in tables(in: pages) {
                for row in Array(1...pages[page].tables[table].rows).evenly(4) {
                    var changed = pages
                    let texts = changed[page].tables[table].addRow(before: row) { "\(unique)之\($0)之" }
                    let forms = assembled(changed)
                    for text in texts {
                        #expect(forms.isEmpty || comesOut(text, of: forms), "\(text) before row \(row) is lost.")
                    }
                }
            }
        }

        /// Places of the tables that are a form's: most of their texts come out. Other tables are nobody's.
        private func tables(in pages: [PageLayout]) -> [(page: Int, table: Int)] {
            let forms = assembled(pages)
            return pages.indices.flatMap { page in
                pages[page].tables.indices.filter { table in
                    let texts = pages[page].tables[table].cells.map(\.text).filter { ValueGrammar.number($0) == nil }
                        .filter { !$0.isEmpty }
                    return texts.filter { comesOut($0, of: forms) }.count * 2 > texts.count
                }.map { (page, $0) }
            }
        }

        private func layouts(of path: String) throws -> [PageLayout] {
            let options = ConvertOptions()
            var pages = try PageSequence(.path(path), options: options, reader: PageReader(mode: .never))
            var layouts: [PageLayout] = []
            while pages.nextNumber != nil { layouts.append(pages.layout(of: try pages.read())) }
            return layouts
        }

        private func assembled(_ pages: [PageLayout]) -> [FormRecord] {
            var assembler = FormAssembler()
            return pages.flatMap { assembler.consume($0) } + assembler.finish()
        }

        private func comesOut(_ text: String, of forms: [FormRecord]) -> Bool { "\(forms)".contains(text) }
    }
}

extension Array {
    /// At most so many elements, as far apart as can be.
    fileprivate func evenly(_ most: Int) -> [Element] {
        count <= most ? self : (0..<most).map { self[$0 * count / most] }
    }
}

extension TableCell {
    fileprivate mutating func set(_ text: String) {
        self.text = text
        lines = [TextLine(fragments: [], box: box, text: text)]
    }
}

extension Table {
    /// Adds a column at the right, ruled like the others.
    ///
    /// - Returns: Its texts.
    fileprivate mutating func addColumn(_ text: (_ row: Int) -> String) -> [String] {
        let width = box.width / Double(columns)
        var texts: [String] = []
        for row in 0..<rows {
            guard let beside = cells.first(where: { $0.row == row }) else { continue }
            texts.append(text(row))
            var cell = TableCell(
                row: row, column: columns,
                box: Rect(x0: box.x1, y0: beside.box.y0, x1: box.x1 + width, y1: bottom(of: row) ?? beside.box.y1))
            cell.set(text(row))
            cells.append(cell)
        }
        columns += 1
        box = Rect(x0: box.x0, y0: box.y0, x1: box.x1 + width, y1: box.y1)
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return texts
    }

    /// The lower border of a row.
    private func bottom(of row: Int) -> Double? { cells.first { $0.row + $0.rowSpan - 1 == row }?.box.y1 }

    /// Puts a row with a text in each column between two others; cells merged over it go on.
    ///
    /// - Returns: Its texts.
    fileprivate mutating func addRow(before row: Int, _ text: (_ column: Int) -> String) -> [String] {
        let height = 20.0
        let edges = columnEdges
        let top = cells.first { $0.row == row }?.box.y0 ?? box.y1
        var merged: Set<Int> = []
        for index in cells.indices {
            if cells[index].row >= row {
                cells[index].row += 1
                cells[index].box = cells[index].box.moved(down: height)
            } else if cells[index].row + cells[index].rowSpan > row {
                cells[index].rowSpan += 1
                cells[index].box.y1 += height
                merged.formUnion(cells[index].columnRange)
            }
        }
        var texts: [String] = []
        for column in 0..<columns where !merged.contains(column) {
            texts.append(text(column))
            var cell = TableCell(
                row: row, column: column, box: Rect(x0: edges[column], y0: top, x1: edges[column + 1], y1: top + height)
            )
            cell.set(text(column))
            cells.append(cell)
        }
        rows += 1
        box.y1 += height
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return texts
    }
}

extension Rect {
    fileprivate func moved(down distance: Double) -> Rect { Rect(x0: x0, y0: y0 + distance, x1: x1, y1: y1 + distance) }
}
