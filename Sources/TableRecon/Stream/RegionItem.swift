internal import PageModel

/// An area of the page that is read as one table: its lines of pieces and the ruling lines in it.
struct TableRegion {
    var lines: [PieceLine]
    var horizontals: [RulingLine]
    var verticals: [RulingLine]

    /// The box of the text alone.
    var textBox: Rect { lines.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0) }

    /// The box of text and lines.
    var box: Rect { (horizontals + verticals).map(\.box).reduce(textBox) { $0.union($1) } }
}

/// A piece with its line and the columns that it covers.
struct RegionItem {
    var piece: Piece
    /// Number of the region's line, from the top.
    var line: Int
    var columns: Range<Int>

    var box: Rect { piece.box }
}

/// The items of one cell.
struct CellBlock {
    var items: [RegionItem]
    var columns: Range<Int>
    var rows: Range<Int> = 0..<0
    var box: Rect

    init(_ item: RegionItem) {
        items = [item]
        columns = item.columns
        box = item.box
    }

    mutating func append(_ item: RegionItem) {
        items.append(item)
        columns = min(columns.lowerBound, item.columns.lowerBound)..<max(columns.upperBound, item.columns.upperBound)
        box = box.union(item.box)
    }

    /// Whether the blocks have lines at the same height.
    func meets(_ other: CellBlock) -> Bool {
        let reach = 0.3 * (items.first?.piece.em ?? 0)
        return other.core.lowerBound <= core.upperBound + reach && other.core.upperBound >= core.lowerBound - reach
    }

    /// The middles of the first and the last line: what the block surely covers.
    var core: ClosedRange<Double> {
        let middles = items.map(\.box.midY)
        let top = middles.min() ?? box.midY
        return top...max(top, middles.max() ?? box.midY)
    }
}

extension [RulingLine] {
    /// Whether one of these horizontal lines lies between two boxes, over at least half the narrower one's width.
    func separates(_ upper: Rect, _ lower: Rect) -> Bool {
        let from = Swift.max(upper.x0, lower.x0)
        let to = Swift.min(upper.x1, lower.x1)
        let range = to > from ? (from, to) : (Swift.min(upper.x0, lower.x0), Swift.max(upper.x1, lower.x1))
        return contains { line in
            guard line.position > upper.midY, line.position < lower.midY else { return false }
            return Swift.min(line.end, range.1) - Swift.max(line.start, range.0) >= 0.5 * (range.1 - range.0)
        }
    }
}
