import PageModel
import TableRecon

/// Draws pages from fixed-width text: a character is 5 points wide, a line 12 points high, the type 9 points.
struct PageDrawing {
    static let advance = 5.0
    static let left = 50.0
    static let top = 100.0

    var pitch = 12.0
    var page = PageContent(number: 1, width: 612, height: 792)

    init(pitch: Double = 12) { self.pitch = pitch }

    /// The x of a character column.
    static func x(_ column: Double) -> Double { left + column * advance }

    /// The y of the top of a line's type.
    func y(_ line: Double) -> Double { PageDrawing.top + line * pitch }

    /// Adds text lines; two spaces or more end a run. `line` is the number of the first.
    func text(_ lines: [String], line: Double = 0, bold: Bool = false, rotation: QuarterTurn = .none) -> PageDrawing {
        var copy = self
        for (index, text) in lines.enumerated() {
            copy.addLine(text, line: line + Double(index), bold: bold)
        }
        return copy
    }

    /// Adds a horizontal line at the top of line `at`, between two character columns.
    func rule(_ at: Double, from: Double, to: Double, dashed: Bool = false) -> PageDrawing {
        var copy = self
        copy.page.rulings.append(
            RulingLine(
                axis: .horizontal, position: y(at) - 1, start: PageDrawing.x(from), end: PageDrawing.x(to),
                thickness: 0.5, origin: .stroke, isDashed: dashed))
        return copy
    }

    /// Adds a shaded band from the top of one line to that of another, between two character columns.
    func band(_ first: Double, to last: Double, from: Double, to end: Double) -> PageDrawing {
        var copy = self
        copy.page.fills.append(
            FilledArea(
                box: Rect(x0: PageDrawing.x(from), y0: y(first) - 1, x1: PageDrawing.x(end), y1: y(last) - 1),
                color: RGB(red: 230, green: 236, blue: 245)))
        for line in [first, last] {
            copy.page.rulings.append(
                RulingLine(
                    axis: .horizontal, position: y(line) - 1, start: PageDrawing.x(from), end: PageDrawing.x(end),
                    thickness: 0, origin: .fillEdge))
        }
        return copy
    }

    /// Adds a vertical line at a character column, between the tops of two lines.
    func bar(_ at: Double, from: Double, to: Double) -> PageDrawing {
        var copy = self
        copy.page.rulings.append(
            RulingLine(
                axis: .vertical, position: PageDrawing.x(at), start: y(from) - 1, end: y(to) - 1, thickness: 0.5,
                origin: .stroke))
        return copy
    }

    /// Adds the full grid of lines.
    func grid(columns: [Double], lines: [Double]) -> PageDrawing {
        var copy = self
        for line in lines { copy = copy.rule(line, from: columns[0], to: columns[columns.count - 1]) }
        for column in columns { copy = copy.bar(column, from: lines[0], to: lines[lines.count - 1]) }
        return copy
    }

    /// Adds a run that reads upwards.
    func upwards(_ text: String, column: Double, line: Double) -> PageDrawing {
        var copy = self
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            let bottom = y(line) - Double(index) * PageDrawing.advance
            return Glyph(
                scalar: scalar,
                box: Rect(
                    x0: PageDrawing.x(column), y0: bottom - PageDrawing.advance, x1: PageDrawing.x(column) + 9,
                    y1: bottom))
        }
        copy.page.runs.append(
            TextRun(
                glyphs: glyphs, style: TextStyle(font: "Serif", size: 9, color: .black), rotation: .counterclockwise))
        return copy
    }

    private mutating func addLine(_ text: String, line: Double, bold: Bool) {
        let style = TextStyle(font: bold ? "Serif-Bold" : "Serif", size: 9, color: .black)
        var glyphs: [Glyph] = []
        var spaces = 0
        var x = PageDrawing.left
        for scalar in text.unicodeScalars {
            let isWide = scalar.value >= 0x2E80
            let width = isWide ? 2 * PageDrawing.advance : PageDrawing.advance
            defer { x += width }
            let box = Rect(x0: x, y0: y(line), x1: x + width, y1: y(line) + 10)
            if scalar == " " {
                spaces += 1
                continue
            }
            if spaces > 1, !glyphs.isEmpty {
                page.runs.append(TextRun(glyphs: glyphs, style: style))
                glyphs = []
            } else if spaces == 1, !glyphs.isEmpty {
                glyphs.append(Glyph(scalar: " ", box: Rect(x0: x - width, y0: box.y0, x1: x, y1: box.y1)))
            }
            spaces = 0
            glyphs.append(Glyph(scalar: scalar, box: box))
        }
        if !glyphs.isEmpty { page.runs.append(TextRun(glyphs: glyphs, style: style)) }
    }

    var tables: [Table] { TableFinder().layout(of: page).tables }

    /// Each table as its rows; cells parted by "|", a span as {rows x columns}, positions that a span covers as "^".
    var grids: [[String]] { tables.map(\.gridRows) }
}

extension Table {
    var gridRows: [String] {
        var rows = [[String]](repeating: [String](repeating: "?", count: columns), count: self.rows)
        for cell in cells {
            for row in cell.rowRange {
                for column in cell.columnRange { rows[row][column] = "^" }
            }
            let span = cell.rowSpan * cell.columnSpan > 1 ? "{\(cell.rowSpan)x\(cell.columnSpan)}" : ""
            rows[cell.row][cell.column] = cell.text + span
        }
        return rows.map { $0.joined(separator: "|") }
    }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

private let sentence =
    "The assessment of programs indicates that a large share of the funds went into administrative support and"

/// Lines of running text, filled to a width in characters.
func prose(_ lines: Int, width: Int = 100) -> [String] {
    (0..<lines).map { index in
        let words = sentence.split(separator: " ")
        var text = ""
        var next = index
        while text.count + words[next % words.count].count + 1 <= width {
            text += (text.isEmpty ? "" : " ") + words[next % words.count]
            next += 1
        }
        return text
    }
}
