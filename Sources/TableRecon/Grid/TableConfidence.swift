internal import PageModel

/// How sure a table's structure is. The formula is described in docs/tables.md.
struct TableConfidence {
    /// 0…1 for the table.
    var table: Double
    /// 0…1 for each cell of the grid.
    var cells: [Double]

    /// - Complexity: O(n log n) for n cells.
    init(_ grid: TableGrid, settings: TableSettings) {
        var inside = 0
        var filled = 0
        var positions = 0
        var fits = [Bool](repeating: true, count: grid.cells.count)
        var factors = [Double](repeating: 1, count: grid.cells.count)
        var columnBoxes = [[Rect]](repeating: [], count: grid.columns)
        for (index, (cell, fragments)) in zip(grid.cells, grid.fragments).enumerated() {
            guard let box = fragments.map(\.box).union else { continue }
            filled += 1
            positions += cell.rows.count * cell.columns.count
            let slack = settings.confidence.overhang * (fragments.map(\.em).min() ?? 0)
            fits[index] = cell.box.expandedBy(slack).contains(box)
            if fits[index] { inside += 1 } else { factors[index] *= settings.confidence.misfitFactor }
            if TableConfidence.hasGap(fragments, settings: settings) {
                factors[index] *= settings.confidence.gapFactor
            }
            if cell.columns.count == 1 { columnBoxes[cell.columns.lowerBound].append(box) }
        }
        let fit = filled > 0 ? Double(inside) / Double(filled) : 0
        let fill = Double(positions) / Double(max(grid.rows * grid.columns, 1))
        let alignment = grid.method == .lattice ? 1 : TableConfidence.alignment(columnBoxes, settings.confidence)
        let rules: Double =
            switch grid.method {
            case .lattice: 1
            case .mixed: settings.confidence.mixedRules
            case .stream: 0
            }
        let total =
            settings.confidence.fitWeight * fit + settings.confidence.alignmentWeight * alignment * alignment + settings
            .confidence.fillWeight
            * min(1, 2 * fill)
            + settings.confidence.rulesWeight * rules
        table = total
        cells = factors.map { $0 * total }
    }

    /// Whether words of one line stand as far apart as those of two columns.
    private static func hasGap(_ fragments: [TextFragment], settings: TableSettings) -> Bool {
        zip(fragments, fragments.dropFirst()).contains { left, right in
            // Single characters are spaced out labels such as 合 计.
            left.glyphs.count > 1 && right.glyphs.count > 1 && left.rotation == .none && right.rotation == .none
                && right.box.x0 - left.box.x1 > settings.columns.loneGap * min(left.em, right.em)
                && left.box.verticalOverlap(right.box) > settings.confidence.lineOverlap
                    * min(left.box.height, right.box.height)
        }
    }

    /// The part of the cells that share an edge or the middle with most of their column, averaged over the columns.
    private static func alignment(_ columns: [[Rect]], _ settings: TableSettings.Confidence) -> Double {
        var sum = 0.0
        var count = 0
        for boxes in columns where boxes.count > 1 {
            let heights = boxes.map(\.height).sorted()
            let tolerance = settings.alignedError * heights[heights.count / 2]
            let share = { (values: [Double]) -> Double in
                let middle = values.sorted()[values.count / 2]
                return Double(values.filter { abs($0 - middle) <= tolerance }.count) / Double(values.count)
            }
            sum += max(share(boxes.map(\.x0)), share(boxes.map(\.x1)), share(boxes.map(\.midX)))
            count += 1
        }
        return count > 0 ? sum / Double(count) : 0
    }
}
