import PageModel
import TableRecon

@testable import Normalize

/// Page layouts from literal rows, so that forms can be tested without a PDF.
enum Drawn {
    case text(String)
    /// Rows of cells: "<" belongs to the cell to its left, "^" to the cell above; "\n" parts printed lines.
    case table([[String]], continues: Bool = false)

    private static let columnWidth = 80.0
    private static let rowHeight = 20.0
    private static let left = 50.0

    /// A page with the items under each other.
    static func page(
        _ number: Int, _ items: [Drawn], source: TextSource = .embedded, confidence: Double = 1
    ) -> PageLayout {
        var tables: [Table] = []
        var lines: [TextLine] = []
        var top = 50.0
        for item in items {
            switch item {
            case .text(let text):
                let box = Rect(x0: left, y0: top, x1: left + 12 * Double(text.count), y1: top + 12)
                lines.append(TextLine(fragments: [], box: box, text: text))
                top += rowHeight
            case .table(let rows, let continues):
                var table = table(rows, page: number, top: top, continues: continues)
                table.textSource = source
                for index in table.cells.indices { table.cells[index].confidence = confidence }
                tables.append(table)
                top = table.box.y1 + rowHeight
            }
        }
        return PageLayout(number: number, width: 900, height: max(842, top), tables: tables, lines: lines)
    }

    private static func table(_ rows: [[String]], page: Int, top: Double, continues: Bool) -> Table {
        let columns = rows.map(\.count).max() ?? 0
        var cells: [TableCell] = []
        /// Which cell each grid position belongs to.
        var owners: [[Int]] = []
        for (row, texts) in rows.enumerated() {
            precondition(texts.count == columns, "Row \(row) has \(texts.count) cells, not \(columns): \(texts)")
            owners.append([])
            for (column, text) in texts.enumerated() {
                let owner: Int
                switch text {
                case "<": owner = owners[row][column - 1]
                case "^": owner = owners[row - 1][column]
                default:
                    owner = cells.count
                    cells.append(TableCell(row: row, column: column, box: .zero, text: text))
                }
                owners[row].append(owner)
                cells[owner].rowSpan = row - cells[owner].row + 1
                cells[owner].columnSpan = max(cells[owner].columnSpan, column - cells[owner].column + 1)
            }
        }
        for index in cells.indices {
            let cell = cells[index]
            cells[index].box = Rect(
                x0: left + Double(cell.column) * columnWidth, y0: top + Double(cell.row) * rowHeight,
                x1: left + Double(cell.column + cell.columnSpan) * columnWidth,
                y1: top + Double(cell.row + cell.rowSpan) * rowHeight)
            cells[index].lines = cell.text.split(separator: "\n").map {
                TextLine(fragments: [], box: cells[index].box, text: String($0))
            }
            cells[index].text = cell.text.filter { $0 != "\n" }
        }
        return Table(
            page: page,
            box: Rect(
                x0: left, y0: top, x1: left + Double(columns) * columnWidth, y1: top + Double(rows.count) * rowHeight),
            rows: rows.count, columns: columns, method: .lattice,
            continues: continues ? TableRef(page: page - 1, table: 1) : nil, cells: cells)
    }

    /// The forms of a document with these pages.
    static func forms(_ pages: [[Drawn]], dictionary: FormDictionary = .builtIn) -> [FormRecord] {
        var assembler = FormAssembler(dictionary: dictionary)
        var forms: [FormRecord] = []
        for (index, items) in pages.enumerated() { forms += assembler.consume(page(index + 1, items)) }
        return forms + assembler.finish()
    }

    /// The only form of a titled page with one table, nil when there is none or more than one.
    static func form(
        _ rows: [[String]], title: String = "项目支出绩效目标表", before: [String] = [], after: [String] = [],
        dictionary: FormDictionary = .builtIn
    ) -> FormRecord? {
        let items = items(rows, title: title, before: before, after: after)
        let forms = forms([items], dictionary: dictionary)
        return forms.count == 1 ? forms[0] : nil
    }
}

extension Drawn {
    /// The same form, its table read from a picture.
    static func scannedForm(
        _ rows: [[String]], title: String = "项目支出绩效目标表", confidence: Double = 0.9
    ) -> FormRecord? {
        var assembler = FormAssembler(dictionary: .builtIn)
        let page = page(1, items(rows, title: title), source: .ocr, confidence: confidence)
        let forms = assembler.consume(page) + assembler.finish()
        return forms.count == 1 ? forms[0] : nil
    }

    private static func items(
        _ rows: [[String]], title: String, before: [String] = [], after: [String] = []
    ) -> [Drawn] {
        [.text(title)] + before.map { .text($0) } + [.table(rows)] + after.map { .text($0) }
    }
}

extension Rect {
    fileprivate static let zero = Rect(x0: 0, y0: 0, x1: 0, y1: 0)
}

extension FormRecord {
    var names: [String] { indicators.map(\.level3) }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}

extension DecimalNumber: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        guard let number = DecimalNumber.parse(value) else { preconditionFailure("\(value) is no number") }
        self = number
    }
}
