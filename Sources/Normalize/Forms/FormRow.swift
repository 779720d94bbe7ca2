internal import PageModel
internal import TableRecon

/// One row of a form: a row of a table, or the text that stands on one line outside tables.
///
/// Boxes are in the reading frame, in which the text stands upright; `pageBox` goes back to the page.
struct FormRow {
    enum Origin: Hashable {
        /// A table's place in the order of the document.
        case table(Int)
        case text
    }

    var origin: Origin
    var page: Int
    /// Left to right. A merged cell stands in each of its rows; `isOwn` tells its first.
    var cells: [FormCell]
    var box: Rect
    var frame: ReadingFrame
    var textSource: TextSource
    /// The table carries on a table of the page before.
    var continuesTable = false

    /// The grid comes from alignment: a blank place beside a label is no cell that a form left empty.
    var isAligned = false

    var isTable: Bool { origin != .text }
    /// The cells that begin in this row.
    var own: [FormCell] { cells.filter(\.isOwn) }
    /// The cells that begin in this row and hold text.
    /// "1 | 2 | 3 | 4": a row that numbers the columns, as forms of budget systems have it under the header.
    var numbersColumns: Bool {
        let numbers = filled.map { Int($0.text) ?? -1 }
        guard numbers.count >= 4, let first = numbers.first, first >= 0 else { return false }
        return numbers.elementsEqual(first..<first + numbers.count)
    }

    var filled: [FormCell] { cells.filter { $0.isOwn && !$0.text.isEmpty } }
    var pageBox: Rect { frame.toPage(box) }

    /// The cell that stands over a coordinate.
    func cell(at x: Double) -> FormCell? { cells.first { $0.box.x0 <= x && x < $0.box.x1 } }
}

/// A cell as the form reader sees it: its text cleaned, blank marks taken as nothing.
struct FormCell: Hashable {
    /// Tells a merged cell again in its other rows.
    var id: Int
    var text: String
    /// The printed lines of the cell, cleaned likewise.
    var lines: [String]
    var box: Rect
    var isOwn: Bool
    var columnSpan: Int
    var confidence: Double
    var repairs: Set<Repair>
    /// What was read from the picture before the text was repaired.
    var raw: String?

    /// Takes a repaired text; the first reading is kept.
    mutating func mend(_ text: String, as repair: Repair, confidence limit: Double) {
        raw = raw ?? self.text
        self.text = text
        lines = [text]
        repairs.insert(repair)
        confidence = min(confidence, limit)
    }
}

/// How the upright content of a page lies on the page as displayed.
struct ReadingFrame: Hashable {
    var turn: QuarterTurn
    var width: Double
    var height: Double
    var skew = Skew.none

    func toReading(_ box: Rect) -> Rect { placement.upright(box) }

    func toPage(_ box: Rect) -> Rect { skew.onPage(placement.onPage(box)) }

    private var placement: Placement { Placement(turn: turn, width: width, height: height) }
}
