package import PageModel

/// Finds boxes near a place: a grid of buckets.
package struct BoxIndex {
    private let side: Int
    private let columns: Int
    private let rows: Int
    private var buckets: [[Int32]]
    private let boxes: [PixelBox]

    package init(_ boxes: [PixelBox], side: Int) {
        self.side = side
        self.boxes = boxes
        columns = (boxes.map(\.x1).max() ?? 0) / side + 1
        rows = (boxes.map(\.y1).max() ?? 0) / side + 1
        buckets = Array(repeating: [], count: columns * rows)
        for (index, box) in boxes.enumerated() {
            for row in max(0, box.y0 / side)...max(0, box.y1 / side) {
                for column in max(0, box.x0 / side)...max(0, box.x1 / side) {
                    buckets[row * columns + column].append(Int32(index))
                }
            }
        }
    }

    /// Places of the boxes that come within `reach` of the given one, each once, ascending.
    package func near(_ box: PixelBox, reach: Int) -> [Int] {
        var found: [Int] = []
        let firstRow = max(0, (box.y0 - reach) / side)
        let lastRow = min(rows - 1, (box.y1 + reach) / side)
        let firstColumn = max(0, (box.x0 - reach) / side)
        let lastColumn = min(columns - 1, (box.x1 + reach) / side)
        guard firstRow <= lastRow, firstColumn <= lastColumn else { return [] }
        for row in firstRow...lastRow {
            for column in firstColumn...lastColumn {
                for index in buckets[row * columns + column] {
                    let other = boxes[Int(index)]
                    if -other.overlapX(box) <= reach, -other.overlapY(box) <= reach { found.append(Int(index)) }
                }
            }
        }
        found.sort()
        var last = -1
        return found.filter { place in
            defer { last = place }
            return place != last
        }
    }
}

/// Ruling lines as walls between pieces of text.
package struct RulingWalls {
    private var standing: [(position: Int, start: Int, end: Int)] = []
    private var lying: [(position: Int, start: Int, end: Int)] = []

    package init(_ rulings: [RulingLine], pointsPerPixel: Double) {
        for line in rulings {
            let wall = (
                position: Int((line.position / pointsPerPixel).rounded()), start: Int(line.start / pointsPerPixel),
                end: Int((line.end / pointsPerPixel).rounded(.up))
            )
            if line.axis == .vertical { standing.append(wall) } else { lying.append(wall) }
        }
        standing.sort { $0.position < $1.position }
        lying.sort { $0.position < $1.position }
    }

    /// Whether a line runs between two boxes.
    package func part(_ first: PixelBox, _ second: PixelBox) -> Bool {
        if !standing.isEmpty {
            let y = (max(first.y0, second.y0) + min(first.y1, second.y1)) / 2
            let low = min(first.midX, second.midX)
            let high = max(first.midX, second.midX)
            if crosses(standing, from: low, to: high, at: y) { return true }
        }
        if !lying.isEmpty {
            let x = (max(first.x0, second.x0) + min(first.x1, second.x1)) / 2
            if crosses(lying, from: min(first.midY, second.midY), to: max(first.midY, second.midY), at: x) {
                return true
            }
        }
        return false
    }

    private func crosses(
        _ walls: [(position: Int, start: Int, end: Int)], from low: Int, to high: Int, at place: Int
    ) -> Bool {
        var lower = 0
        var upper = walls.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if walls[middle].position <= low { lower = middle + 1 } else { upper = middle }
        }
        while lower < walls.count, walls[lower].position < high {
            if walls[lower].start <= place, place <= walls[lower].end { return true }
            lower += 1
        }
        return false
    }
}
