internal import PageModel

/// A page's layout turned so that its text stands upright: pages turned alike compare alike.
struct UprightPage: Sendable {
    var width: Double
    var height: Double
    var tables: [UprightTable]
    var lines: [UprightLine]

    init(_ layout: PageLayout, settings: TableSettings.Continuation) {
        let placement = Placement(turn: layout.turn, width: layout.width, height: layout.height)
        (width, height) = placement.uprightSize
        tables = layout.tables.map { UprightTable($0, settings: settings, move: placement.upright) }
        lines = layout.lines.map { UprightLine(box: placement.upright($0.box), text: $0.text) }
    }
}

struct UprightLine: Sendable {
    var box: Rect
    var text: String
}

/// What of a table is compared with the next page's.
struct UprightTable: Sendable {
    var box: Rect
    var method: TableMethod
    /// The borders of the columns, ascending.
    var edges: [Double]
    /// Where each column's own texts stand; nil for a column without any.
    var bands: [ClosedRange<Double>?]
    /// The texts of the first row that has more than one, by where they begin.
    var firstRow: [(x: Double, text: String)]

    init(_ table: Table, settings: TableSettings.Continuation, move: (Rect) -> Rect) {
        box = move(table.box)
        method = table.method
        edges = []
        bands = Array(repeating: nil, count: table.columns)
        let boxes = table.cells.map { move($0.box) }
        for value in boxes.flatMap({ [$0.x0, $0.x1] }).sorted()
        where value - (edges.last ?? -.infinity) > settings.nearestBorders {
            edges.append(value)
        }
        var rows: [Int: [(x: Double, text: String)]] = [:]
        for (cell, box) in zip(table.cells, boxes) where !cell.isBlank {
            rows[cell.row, default: []].append((box.x0, cell.text))
            guard cell.columnSpan == 1, let text = cell.lines.map({ move($0.box) }).union else { continue }
            let old = bands[cell.column] ?? text.x0...text.x1
            bands[cell.column] = min(old.lowerBound, text.x0)...max(old.upperBound, text.x1)
        }
        firstRow = rows.sorted { $0.key < $1.key }.first { $0.value.count > 1 }?.value ?? []
    }
}

/// The first row with several texts: tells a repeated header from the start of another table of the same kind.
struct TableOpening: Sendable {
    private var texts: [(x: Double, text: String)]
    private let tolerance: Double

    init(_ table: UprightTable, settings: TableSettings.Continuation) {
        tolerance = settings.openingError
        texts = table.firstRow.map { (x: $0.x, text: Self.withNarrowForms($0.text)) }
    }

    /// Whether both begin with the same label but go on differently, like two filled-in copies of one form.
    func isSameKindOfStart(as other: TableOpening) -> Bool {
        guard let mine = texts.first, let theirs = other.texts.first else { return false }
        guard mine.text == theirs.text, abs(mine.x - theirs.x) <= tolerance else { return false }
        return texts.map(\.text) != other.texts.map(\.text)
    }

    /// Punctuation in its half-width form: a scan may show one bracket wide on one page and narrow on the next.
    private static func withNarrowForms(_ text: String) -> String {
        String(joining: text.unicodeScalars.map(\.narrow))
    }
}
