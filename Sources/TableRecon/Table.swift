public import PageModel

/// How the cells of a table were found.
public enum TableMethod: String, Hashable, Codable, Sendable, CaseIterable {
    /// From ruling lines alone.
    case lattice
    /// From alignment and white space alone.
    case stream
    /// From ruling lines one way and alignment the other, or from lines that leave parts open.
    case mixed
}

/// What was mended on the way from the page to a cell.
public enum TextRepair: String, Hashable, Codable, Sendable, CaseIterable {
    /// A text broken over several printed lines was put together.
    case wrapJoined = "wrap_joined"
}

/// A cell of the table's grid: its place, spans, box and text.
///
/// Invariant: `rowSpan >= 1`, `columnSpan >= 1`; cells of one table do not overlap in the grid.
public struct TableCell: Hashable, Sendable {
    /// 0-based; the top left grid position of the cell.
    public var row: Int
    public var column: Int
    public var rowSpan: Int
    public var columnSpan: Int
    public var box: Rect
    /// The printed lines, each joined by the text rules, top to bottom.
    public var lines: [TextLine]
    /// The lines joined by the text rules; empty for a blank cell.
    public var text: String
    /// 0…1.
    public var confidence: Double
    public var repairs: Set<TextRepair>
    /// The text as it was read from a picture, where it was repaired by what the picture shows; nil elsewhere.
    public var asRead: String?

    public init(
        row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, box: Rect, lines: [TextLine] = [],
        text: String = "", confidence: Double = 1, repairs: Set<TextRepair> = [], asRead: String? = nil
    ) {
        self.row = row
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.box = box
        self.lines = lines
        self.text = text
        self.confidence = confidence
        self.repairs = repairs
        self.asRead = asRead
    }

    public var rowRange: Range<Int> { row..<(row + rowSpan) }
    public var columnRange: Range<Int> { column..<(column + columnSpan) }
    public var isBlank: Bool { text.isEmpty }
}

/// Names a table of a document: its page and its place among that page's tables, both from 1.
public struct TableRef: Hashable, Codable, Sendable {
    public var page: Int
    public var table: Int

    public init(page: Int, table: Int) {
        self.page = page
        self.table = table
    }
}

/// One table on one page.
///
/// Every grid position belongs to exactly one cell; blank cells stand in `cells` too. Cells are in row, then column
/// order.
public struct Table: Hashable, Sendable {
    public var page: Int
    public var box: Rect
    public var rows: Int
    public var columns: Int
    public var headerRows: Int
    public var method: TableMethod
    public var textSource: TextSource
    /// The table on an earlier page that this one carries on.
    public var continues: TableRef?
    public var cells: [TableCell]
    /// 0…1: how sure the structure is.
    public var confidence: Double

    public init(
        page: Int, box: Rect, rows: Int, columns: Int, headerRows: Int = 0, method: TableMethod,
        textSource: TextSource = .embedded, continues: TableRef? = nil, cells: [TableCell], confidence: Double = 1
    ) {
        self.page = page
        self.box = box
        self.rows = rows
        self.columns = columns
        self.headerRows = headerRows
        self.method = method
        self.textSource = textSource
        self.continues = continues
        self.cells = cells
        self.confidence = confidence
    }

    /// The x coordinates of the column borders, `columns + 1` values.
    public var columnEdges: [Double] {
        var edges = [Double](repeating: .nan, count: columns + 1)
        for cell in cells {
            edges[cell.column] = cell.box.x0
            edges[cell.column + cell.columnSpan] = cell.box.x1
        }
        // A border that only spanned cells touch is not printed at all; any value between its neighbours will do.
        for index in edges.indices where edges[index].isNaN { edges[index] = index > 0 ? edges[index - 1] : box.x0 }
        return edges
    }
}

/// What the table stage makes of one page: its tables, and the lines of text outside them.
public struct PageLayout: Hashable, Sendable {
    public var number: Int
    public var width: Double
    public var height: Double
    /// Top to bottom, then left to right.
    public var tables: [Table]
    /// Top to bottom, then left to right.
    public var lines: [TextLine]
    /// How the content was turned (clockwise) to be read; boxes are in the page space of the page as displayed.
    public var turn: QuarterTurn
    /// Whether the page shows anything at all beyond text: images cover this part of it, 0…1.
    public var imageCoverage: Double
    /// How far the page lies askew; all boxes here are those of the page put straight.
    public var skew: Skew
    /// What could not be read of the page.
    public var notes: [PageNote]

    public init(
        number: Int, width: Double, height: Double, tables: [Table], lines: [TextLine], turn: QuarterTurn = .none,
        imageCoverage: Double = 0, skew: Skew = .none, notes: [PageNote] = []
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.tables = tables
        self.lines = lines
        self.turn = turn
        self.imageCoverage = imageCoverage
        self.skew = skew
        self.notes = notes
    }

    /// The tables with their boxes on the page as displayed; those of a skewed page are the smallest around them.
    public var tablesOnPage: [Table] {
        guard skew != .none else { return tables }
        return tables.map { table in
            var placed = table
            placed.box = skew.onPage(table.box)
            for index in placed.cells.indices { placed.cells[index].box = skew.onPage(table.cells[index].box) }
            return placed
        }
    }
}
