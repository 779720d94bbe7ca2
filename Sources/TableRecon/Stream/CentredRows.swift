internal import PageModel

/// Rows whose figures stand in the middle of lines of text.
struct CentredRows {
    /// The middles of the figures, ascending.
    let heights: [Double]
    let settings: TableSettings

    /// Whether some figures stand in the middle between two lines of the column that are as close as those of a cell.
    func standBetween(_ items: [PlacedChunk]) -> Bool {
        var next = 0
        for (upper, lower) in zip(items, items.dropFirst()) {
            let em = min(upper.chunk.em, lower.chunk.em)
            let middle = (upper.box.midY + lower.box.midY) / 2
            while next < heights.count, heights[next] < middle - settings.labels.centredError * em { next += 1 }
            guard next < heights.count else { return false }
            if lower.box.midY - upper.box.midY <= settings.rows.wrapPitch * em,
                heights[next] <= middle + settings.labels.centredError * em
            {
                return true
            }
        }
        return false
    }

    /// The row of each line of a column: cuts the lines into stretches so that the middles of these miss the figures
    /// least.
    ///
    /// - Returns: Nil where a stretch would miss its figures by much.
    /// - Complexity: O(lines * rows * lines of a row).
    func rows(of items: [PlacedChunk]) -> [Int]? {
        guard let em = items.map(\.chunk.em).max(), heights.count <= settings.labels.mostCentredRows else { return nil }
        let count = items.count
        // The first line of the stretch without wide gaps that each line stands in.
        var tops = Array(0..<count)
        for (index, (upper, lower)) in zip(items, items.dropFirst()).enumerated()
        where lower.box.midY - upper.box.midY <= settings.rows.wrapPitch * em {
            tops[index + 1] = tops[index]
        }
        // best[end]: the least error of the rows so far, with all lines above `end` in them.
        var best = [Double](repeating: .infinity, count: count + 1)
        best[0] = 0
        var starts: [[Int]] = []
        for height in heights {
            var next = [Double](repeating: .infinity, count: count + 1)
            var start = [Int](repeating: 0, count: count + 1)
            for end in 0...count {
                for first in max(0, end - settings.prose.longestCell)...end where best[first].isFinite {
                    let error =
                        first == end
                        ? settings.labels.skippedRowCost
                        : abs((items[first].box.midY + items[end - 1].box.midY) / 2 - height) / em
                    guard first == end || error <= settings.labels.centredError && tops[end - 1] <= first else {
                        continue
                    }
                    if best[first] + error < next[end] {
                        next[end] = best[first] + error
                        start[end] = first
                    }
                }
            }
            best = next
            starts.append(start)
        }
        guard best[count].isFinite else { return nil }
        var rows = [Int](repeating: 0, count: count)
        var end = count
        for row in heights.indices.reversed() {
            let first = starts[row][end]
            for index in first..<end { rows[index] = row }
            end = first
        }
        return rows
    }
}
