internal import PageModel

/// Makes a region's grid from the alignment of its text, heeding the ruling lines in it.
struct StreamGrid {
    let source: WordSource
    let settings: TableSettings

    /// Nil when the region has no two columns and rows.
    func grid(of region: TableRegion) -> TableGrid? {
        var layout = ColumnLayout(region: region, source: source, settings: settings)
        guard layout.columns >= 2, layout.lineCount >= 2 else { return nil }
        let header = HeaderLines(layout: layout, horizontals: region.horizontals, settings: settings).count()
        HeaderSpans(
            horizontals: region.horizontals, bodyLine: header, standsBetweenRules: region.standsBetweenRules,
            settings: settings
        ).apply(to: &layout)
        let rules = RuleIndex(region.horizontals)
        let parting = region.bands.isEmpty ? rules : RuleIndex(region.horizontals + region.bands)
        var rowFinder = RowFinder(layout: layout, horizontals: parting, bodyLine: header, settings: settings)
        rowFinder.joinsHeads = region.standsBetweenRules
        var (blocks, cores) = rowFinder.blocks()
        let rows = cores.count
        guard rows >= 1 else { return nil }
        let xs = columnEdges(region: region, layout: layout)
        let ys = rowEdges(blocks: blocks, cores: cores, region: region, rules: rules)
        let headerRows = blocks.filter { ($0.items.first?.line ?? 0) < header }.map(\.rows.upperBound).max() ?? 0
        var spans = RowSpans(
            xs: xs, ys: ys, horizontals: rules, spreadsDown: rowFinder.isPadded, bodyRow: headerRows,
            hasStretches: region.standsBetweenRules, settings: settings)
        spans.apply(to: &blocks, rows: rows)
        return assemble(blocks, xs: xs, ys: ys, region: region)
    }

    private func columnEdges(region: TableRegion, layout: ColumnLayout) -> [Double] {
        let box = region.box
        return [box.x0] + layout.borders + [box.x1]
    }

    private func rowEdges(
        blocks: [CellBlock], cores: [ClosedRange<Double>], region: TableRegion, rules: RuleIndex
    ) -> [Double] {
        let rows = cores.count
        var tops = [Double](repeating: .infinity, count: rows)
        var bottoms = [Double](repeating: -.infinity, count: rows)
        for block in blocks where block.rows.count == 1 {
            let row = block.rows.lowerBound
            // A label between two rows belongs to neither alone.
            let reach = block.reach
            let middle = (cores[row].lowerBound + cores[row].upperBound) / 2
            guard middle >= block.core.lowerBound - reach, middle <= block.core.upperBound + reach else { continue }
            tops[row] = min(tops[row], block.box.y0)
            bottoms[row] = max(bottoms[row], block.box.y1)
        }
        let box = region.box
        var ys = [box.y0]
        for row in 1..<max(rows, 1) where row < rows {
            let above = bottoms[row - 1].isFinite ? bottoms[row - 1] : ys[row - 1]
            let below = tops[row].isFinite ? tops[row] : above
            let low = min(above, below)
            let high = max(above, below)
            let rule = rules.between(cores[row - 1].upperBound, cores[row].lowerBound).max { $0.length < $1.length }
            ys.append(max(rule?.position ?? (low + high) / 2, ys[row - 1]))
        }
        ys.append(max(box.y1, ys[rows - 1]))
        return ys
    }

    private func assemble(
        _ blocks: [CellBlock], xs: [Double], ys: [Double], region: TableRegion
    ) -> TableGrid? {
        let rows = ys.count - 1
        let columns = xs.count - 1
        var owner = [Int](repeating: -1, count: rows * columns)
        var cells: [(rows: Range<Int>, columns: Range<Int>, words: [Word])] = []
        for block in blocks.sorted(by: { ($0.rows.count * $0.columns.count) < ($1.rows.count * $1.columns.count) }) {
            var rowRange = block.rows
            var columnRange = block.columns
            let words = block.items.flatMap(\.chunk.words)
            let isFree = { (rows: Range<Int>, range: Range<Int>) in
                rows.allSatisfy { row in range.allSatisfy { owner[row * columns + $0] < 0 } }
            }
            if !isFree(rowRange, columnRange) {
                // The span is not to be had; what stands at the block's own place takes its text in.
                let nearest = rowRange.min {
                    abs((ys[$0] + ys[$0 + 1]) / 2 - block.box.midY) < abs((ys[$1] + ys[$1 + 1]) / 2 - block.box.midY)
                }
                let row = nearest ?? rowRange.lowerBound
                rowRange = row..<(row + 1)
                if !isFree(rowRange, columnRange) {
                    columnRange = columnRange.lowerBound..<(columnRange.lowerBound + 1)
                }
                let here = owner[rowRange.lowerBound * columns + columnRange.lowerBound]
                if here >= 0 {
                    cells[here].words += words
                    continue
                }
            }
            for row in rowRange { for column in columnRange { owner[row * columns + column] = cells.count } }
            cells.append((rowRange, columnRange, words))
        }
        for row in 0..<rows {
            for column in 0..<columns where owner[row * columns + column] < 0 {
                owner[row * columns + column] = cells.count
                cells.append((row..<(row + 1), column..<(column + 1), []))
            }
        }
        let sorted = cells.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
        let hasRules = !region.horizontals.isEmpty || !region.verticals.isEmpty
        return TableGrid(
            xs: xs, ys: ys, method: hasRules ? .mixed : .stream,
            cells: sorted.map { cell in
                GridCell(
                    rows: cell.rows, columns: cell.columns,
                    box: Rect(
                        x0: xs[cell.columns.lowerBound], y0: ys[cell.rows.lowerBound],
                        x1: xs[cell.columns.upperBound], y1: ys[cell.rows.upperBound]))
            },
            fragments: sorted.map { source.fragments(of: $0.words) })
    }
}
