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
    var cells: [FormCell] { didSet { filled = Self.filled(among: cells) } }
    /// The cells that begin in this row and hold text. Kept, since every reader of rows asks for them.
    private(set) var filled: [FormCell]
    var box: Rect
    var frame: ReadingFrame
    var textSource: TextSource
    /// The table carries on a table of the page before.
    var continuesTable = false

    /// The grid comes from alignment: a blank place beside a label is no cell that a form left empty.
    var isAligned = false

    init(
        origin: Origin, page: Int, cells: [FormCell], box: Rect, frame: ReadingFrame, textSource: TextSource,
        continuesTable: Bool = false, isAligned: Bool = false
    ) {
        (self.origin, self.page, self.cells, self.box) = (origin, page, cells, box)
        (self.frame, self.textSource) = (frame, textSource)
        (self.continuesTable, self.isAligned) = (continuesTable, isAligned)
        filled = Self.filled(among: cells)
    }

    var isTable: Bool { origin != .text }
    /// The cells that begin in this row.
    var own: [FormCell] { cells.filter(\.isOwn) }
    /// "1 | 2 | 3 | 4", "甲 | 乙 | 1 | 2": a row that numbers the columns, as forms of budget systems have it under the
    /// header.
    var numbersColumns: Bool {
        let filled = filled
        guard filled.count >= 4, case let first = labelKey(filled[0].text),
            Int(first) != nil || first == FormRow.stems[0] || first == FormRow.letters[0]
        else { return false }
        let marks = filled.map { labelKey($0.text) }
        return [FormRow.stems, FormRow.letters].contains { names in
            let named = marks.prefix { names.contains($0) }
            let numbers = marks[named.count...].map { Int($0) ?? -1 }
            return named.elementsEqual(names.prefix(named.count)) && !(numbers.isEmpty && named.count < 4)
                && (numbers.first ?? 0) >= 0
                && numbers.elementsEqual((numbers.first ?? 0)..<(numbers.first ?? 0) + numbers.count)
        }
    }

    private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }

    private static func filled(among cells: [FormCell]) -> [FormCell] {
        cells.filter { $0.isOwn && !$0.text.isEmpty }
    }

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
    /// The parts of a single line that wide gaps divide, cleaned; empty for any other cell.
    var parts: [String] = []
    /// What stands on the page: one for each line, of a cell that was cut by a page on both.
    var printed: [PrintedLine] = []

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
