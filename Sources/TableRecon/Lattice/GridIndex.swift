internal import PageModel

/// Tells in which cell of a page's lattices a point lies.
struct GridIndex {
    struct Place: Hashable {
        var grid: Int
        var slot: Int
    }

    /// The smallest first: of nested boxes the inner one takes the text.
    private let grids: [LatticeGrid]
    /// For each band of the page's height the numbers of the grids that reach into it, ascending.
    private var bands: [[Int]]
    private let top: Double
    private let bandHeight: Double

    /// About a row of a table, in points. It decides how fast places are found, never which.
    static let commonBandHeight = 20.0
    /// Keeps a page that is miles high from filling the memory.
    private static let mostBands = 100_000.0

    /// - Parameter grids: By area, ascending.
    init(_ grids: [LatticeGrid], bandHeight: Double = commonBandHeight) {
        self.grids = grids
        self.bandHeight = bandHeight
        top = grids.map(\.box.y0).min() ?? 0
        let bottom = grids.map(\.box.y1).max() ?? top
        let count = Int(min((bottom - top) / bandHeight, Self.mostBands)) + 1
        bands = Array(repeating: [], count: count)
        for (number, grid) in grids.enumerated() {
            for band in self.band(of: grid.box.y0)...self.band(of: grid.box.y1) { bands[band].append(number) }
        }
    }

    /// Nil outside all grids.
    func place(of point: Point) -> Place? {
        for number in bands[band(of: point.y)] {
            if let slot = grids[number].slot(at: point) { return Place(grid: number, slot: slot) }
        }
        return nil
    }

    private func band(of y: Double) -> Int { Int(max(0, min((y - top) / bandHeight, Double(bands.count - 1)))) }
}
