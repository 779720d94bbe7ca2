internal import PageModel

/// A chunk with its line and the columns that it covers.
struct PlacedChunk {
    var chunk: TextChunk
    /// Number of the region's line, from the top.
    var line: Int
    var columns: Range<Int>

    var box: Rect { chunk.box }
}

/// The items of one cell.
struct CellBlock {
    var items: [PlacedChunk]
    var columns: Range<Int>
    var rows: Range<Int> = 0..<0
    var box: Rect
    /// The middles of the first and the last line: what the block surely covers.
    private(set) var core: ClosedRange<Double>

    /// - Parameter reach: In em.
    init(_ item: PlacedChunk, reach: Double) {
        self.reach = reach * item.chunk.em
        items = [item]
        columns = item.columns
        box = item.box
        core = item.box.midY...item.box.midY
    }

    mutating func append(_ item: PlacedChunk) {
        items.append(item)
        columns = min(columns.lowerBound, item.columns.lowerBound)..<max(columns.upperBound, item.columns.upperBound)
        box = box.union(item.box)
        core = min(core.lowerBound, item.box.midY)...max(core.upperBound, item.box.midY)
    }

    /// Whether the blocks have lines at the same height.
    func meets(_ other: CellBlock) -> Bool {
        other.core.lowerBound <= core.upperBound + reach && other.core.upperBound >= core.lowerBound - reach
    }

    /// What stands this close above or below the core stands at its height.
    let reach: Double
}
