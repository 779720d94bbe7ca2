internal import PageModel

/// Divides what ruling lines leave undivided: cells in which columns or rows stand without a line between them.
struct LatticeRefiner {
    let settings: TableSettings

    /// The refined grid, or nil when every cell of the lattice is one cell.
    func refined(_ grid: TableGrid, rulings: [RulingLine]) -> TableGrid? {
        let split = SpanSplitter(settings: settings).split(grid)
        return realigned(split ?? grid, rulings: rulings) ?? split
    }

    /// The grid made anew from alignment where cells hold columns or rows that no line of the lattice parts.
    private func realigned(_ grid: TableGrid, rulings: [RulingLine]) -> TableGrid? {
        let all = grid.fragments.flatMap { $0 }
        let source = WordSource(fragments: all)
        let builder = ChunkBuilder(source: source, settings: settings)
        var words: [[Word]] = Array(repeating: [], count: grid.cells.count)
        var owner: [Int] = []
        for (index, fragments) in grid.fragments.enumerated() {
            owner += [Int](repeating: index, count: fragments.count)
        }
        for word in source.words(settings: settings) { words[owner[word.fragment]].append(word) }
        let cellLines = words.map { builder.lines(of: $0) }
        let wantsColumns = hasColumns(grid, cellLines)
        let wantsRows = hasRows(grid, cellLines) || hasLists(grid, cellLines)
        guard wantsColumns || wantsRows else { return nil }

        let box = grid.box.expandedBy(settings.rulings.joinTolerance)
        let inside = rulings.filter { box.contains($0.box) }
        let verticals = inside.filter { $0.axis == .vertical }
        let lines = builder.lines(of: words.flatMap { $0 }, verticals: RuleIndex(verticals))
        let region = TableRegion(
            lines: lines, horizontals: inside.filter { $0.axis == .horizontal }, verticals: verticals)
        guard var result = StreamGrid(source: source, settings: settings).grid(of: region),
            result.columns >= grid.columns,
            result.cells.count > grid.cells.count
                || result.fragments.filter({ !$0.isEmpty }).count > grid.fragments.filter({ !$0.isEmpty }).count
        else { return nil }
        guard wantsColumns && result.columns > grid.columns || wantsRows && result.rows > grid.rows else { return nil }
        for fragment in all where fragment.rotation != .none { result.place(fragment) }
        result.method = .mixed
        return result
    }

    /// Whether gaps inside cells line up under each other.
    private func hasColumns(_ grid: TableGrid, _ cellLines: [[ChunkLine]]) -> Bool {
        var byColumns: [Range<Int>: [(row: Int, line: ChunkLine)]] = [:]
        for (cell, lines) in zip(grid.cells, cellLines) {
            byColumns[cell.columns, default: []] += lines.map { (cell.rows.lowerBound, $0) }
        }
        return byColumns.values.contains { members in
            let lines = members.map(\.line)
            let split = lines.filter { $0.chunks.count > 1 }
            guard split.count >= 2 else { return false }
            // Most lines must have the gap: a wide space in justified text comes and goes.
            let worded = lines.filter { $0.chunks.reduce(0) { $0 + $1.words.count } > 1 }
            guard split.count * 2 >= worded.count else { return false }
            let finder = ColumnFinder(settings: settings)
            let border = finder.borders(of: split, fixed: [])
            return border.contains { x in
                let having = members.filter { member in
                    zip(member.line.chunks, member.line.chunks.dropFirst()).contains {
                        $0.box.x1 <= x && $1.box.x0 >= x
                    }
                }
                let figures = having.filter { $0.line.chunks.contains { $0.kind != .text } }
                return having.count >= 2 && having.count * 2 >= worded.count && !figures.isEmpty
                    && (Set(having.map(\.row)).count >= 2 || figures.count >= 2)
            }
        }
    }

    /// Whether the texts of cells beside each other fall into rows: clear of each other by more than lines are, and each
    /// row beginning at one height in nearly all cells.
    private func hasBands(_ cells: [[ChunkLine]]) -> Bool {
        guard cells.count >= 2 else { return false }
        let lines = cells.flatMap { $0 }.sorted { $0.box.midY < $1.box.midY }
        let pitches = cells.flatMap { zip($0, $0.dropFirst()).map { $1.box.midY - $0.box.midY } }
        guard let line = pitches.min() else { return false }
        var bands: [(top: Double, bottom: Double)] = []
        for next in lines {
            if let last = bands.last, next.box.midY - last.bottom < settings.rows.pitchJump * line {
                bands[bands.count - 1].bottom = max(last.bottom, next.box.midY)
            } else {
                bands.append((next.box.midY, next.box.midY))
            }
        }
        guard bands.count >= 3, bands.contains(where: { $0.bottom > $0.top }) else { return false }
        return bands.allSatisfy { band in
            let starts = cells.filter { lines in
                lines.contains { abs($0.box.midY - band.top) < settings.refining.rowStart * $0.em }
            }
            return starts.count * 4 >= cells.count * 3 && starts.count >= 2
        }
    }

    /// Whether cells beside each other hold lists of rows: most of them as many lines at the same heights, none of which
    /// fills its cell, one list of values among them.
    private func hasLists(_ grid: TableGrid, _ cellLines: [[ChunkLine]]) -> Bool {
        var byRows: [Range<Int>: [(cell: GridCell, lines: [ChunkLine])]] = [:]
        for (cell, lines) in zip(grid.cells, cellLines) where !lines.isEmpty {
            byRows[cell.rows, default: []].append((cell, lines))
        }
        return byRows.values.contains { row in
            let lists = row.filter { cell, lines in
                lines.count >= settings.refining.leastList
                    && lines.allSatisfy { cell.box.width - $0.box.width >= settings.refining.listMargin * $0.em }
            }.map(\.lines)
            return lists.contains { values in
                let beside = lists.count { standsBeside($0, values) }
                return holdsValues(values) && beside >= 2
                    && Double(beside) >= settings.refining.stackedPart * Double(row.count)
            }
        }
    }

    private func holdsValues(_ lines: [ChunkLine]) -> Bool {
        let values = lines.filter { line in line.chunks.contains { $0.text.contains(where: \.isNumber) } }
        return Double(values.count) >= settings.refining.valuePart * Double(lines.count)
    }

    private func standsBeside(_ one: [ChunkLine], _ other: [ChunkLine]) -> Bool {
        one.count == other.count
            && zip(one, other).allSatisfy { abs($0.box.midY - $1.box.midY) < settings.refining.lineError * $0.em }
    }

    /// Whether the lines of cells beside each other are rows: figures stacked in one, as many lines in nearly all others.
    private func hasRows(_ grid: TableGrid, _ cellLines: [[ChunkLine]]) -> Bool {
        var byRows: [Range<Int>: [[ChunkLine]]] = [:]
        for (cell, lines) in zip(grid.cells, cellLines) where !lines.isEmpty {
            byRows[cell.rows, default: []].append(lines)
        }
        return byRows.values.contains { cells in
            let figures = cells.filter { lines in
                lines.count > 1 && lines.allSatisfy { $0.chunks.allSatisfy { $0.kind != .text } }
            }
            if hasBands(cells) { return true }
            guard cells.count >= 2, let stack = figures.max(by: { $0.count < $1.count }) else { return false }
            // A figure too long for its column is broken over lines as well, but its neighbours are not.
            let most = cells.map(\.count).max() ?? 0
            let tall = cells.filter { Double($0.count) >= settings.refining.stackedPart * Double(most) }
            guard stack.count >= 3 || tall.count == cells.count,
                Double(tall.count) >= settings.refining.stackedPart * Double(cells.count)
            else { return false }
            let aligned = cells.filter { other in
                other.count >= stack.count
                    && stack.allSatisfy { line in
                        other.contains { abs($0.box.midY - line.box.midY) < settings.refining.lineError * line.em }
                    }
            }
            return aligned.count >= 2
        }
    }
}
