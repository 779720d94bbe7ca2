internal import PageModel

/// Tells tables from what only looks like one.
struct TableJudge {
    let settings: TableSettings

    /// Why a grid from alignment is no table; nil with enough filled cells in columns of one kind, and neither a list nor
    /// text.
    func rejection(of grid: TableGrid, region: TableRegion) -> TableRejection? {
        guard grid.columns >= 2, grid.rows >= 2 else { return .noGrid }
        let filled = zip(grid.cells, grid.fragments).filter { !$0.1.isEmpty }
        guard filled.count >= 4 else { return .fewCells }
        let positions = filled.reduce(0) { $0 + $1.0.rows.count * $1.0.columns.count }
        let fill = Double(positions) / Double(grid.rows * grid.columns)
        let multi = region.lines.filter { $0.chunks.count > 1 }
        guard multi.count >= 2 else { return .fewCells }
        let chunks = region.lines.flatMap(\.chunks)
        let wordy = chunks.filter { $0.words.count > 7 && $0.wordCount > 7 }.count
        let values = chunks.filter { $0.kind != .text }.count
        let width = region.textBox.width
        // A rule may be drawn column by column.
        let lengths = Dictionary(grouping: region.horizontals) { Int(($0.position / 2).rounded()) }
            .mapValues { $0.reduce(0) { $0 + $1.length } }
        let fullRules = lengths.values.filter { $0 >= settings.rulings.fullWidth * width }.count
        // Nobody rules a list of points or of contents row by row.
        if fullRules < settings.judging.tableRules, let likeness = listLikeness(of: region) { return likeness }
        if let likeness = likeness(of: region, grid) { return likeness }
        let fullest =
            (0..<grid.rows).map { row in
                filled.reduce(0) { $0 + ($1.0.rows.contains(row) ? $1.0.columns.count : 0) }
            }.max() ?? 0
        guard fullRules > 0 || Double(fullest) >= settings.judging.fullestRow * Double(grid.columns) else {
            return .noFullRow
        }
        if fullRules >= 2 {
            if fill < settings.judging.ruledFill { return .sparse }
            return wordy * 2 <= chunks.count ? nil : .wordy
        }
        if wordy * 4 > chunks.count { return .wordy }
        if grid.columns == 2 {
            // Two columns without rules: a column of figures, or a head with a rule under it.
            let figures = multi.filter { $0.chunks[1].kind != .text }.count
            if multi.count < 3 { return .fewCells }
            if fill < settings.judging.twoColumnFill { return .sparse }
            return figures * 10 >= multi.count * 6 ? nil : .fewFigures
        }
        guard multi.count >= 3 || fullRules > 0 else { return .fewCells }
        if fill < settings.judging.fill { return .sparse }
        let isSure = values * 5 >= chunks.count || fill >= settings.judging.sureFill || multi.count >= 6
        return isSure ? nil : .fewFigures
    }

    private func listLikeness(of region: TableRegion) -> TableRejection? {
        if isList(region) { return .list }
        return isContents(region) ? .contents : nil
    }

    /// What a region is that only looks like a table, rules or not; nil when it is nothing of that kind.
    private func likeness(of region: TableRegion, _ grid: TableGrid) -> TableRejection? {
        if isSparse(grid) { return .scattered }
        if isCode(region) { return .code }
        return isIndex(region) ? .index : nil
    }

    /// Most columns have but one cell with text: the figures along an axis, scattered words.
    private func isSparse(_ grid: TableGrid) -> Bool {
        var counts = [Int](repeating: 0, count: grid.columns)
        for (cell, fragments) in zip(grid.cells, grid.fragments) where !fragments.isEmpty && cell.columns.count == 1 {
            counts[cell.columns.lowerBound] += 1
        }
        return grid.rows > 2 && counts.filter { $0 < 2 }.count * 2 > grid.columns
    }

    /// The index of a book: nearly every chunk ends in a comma and page numbers.
    private func isIndex(_ region: TableRegion) -> Bool {
        let chunks = region.lines.flatMap(\.chunks)
        let entries = chunks.filter { chunk in
            guard chunk.kind == .text, let comma = chunk.text.unicodeScalars.lastIndex(of: ",") else { return false }
            let rest = chunk.text.unicodeScalars[comma...].dropFirst()
            return rest.contains(where: \.isDigit)
                && rest.allSatisfy { $0.isDigit || " -–—n.".unicodeScalars.contains($0) }
        }
        return chunks.count >= settings.judging.fewestEntries && entries.count * 5 >= chunks.count * 4
    }

    /// The source text of a program: many lines end in signs that end no text.
    private func isCode(_ region: TableRegion) -> Bool {
        let marked = region.lines.filter { line in
            line.chunks.contains { chunk in
                guard let last = chunk.text.unicodeScalars.last else { return false }
                return ";{}".unicodeScalars.contains(last) || chunk.text.hasPrefix("/*") || chunk.text.hasPrefix("//")
            }
        }
        return marked.count * 5 >= region.lines.count * 2
    }

    /// Bullets or numbers with a text behind each.
    private func isList(_ region: TableRegion) -> Bool {
        let multi = region.lines.filter { $0.chunks.count > 1 }
        let marked = multi.filter {
            $0.chunks[0].isEnumerator || $0.chunks[0].kind == .number && $0.chunks[0].text.count < 7
        }
        return marked.count * 3 >= multi.count * 2
            && multi.allSatisfy { $0.chunks.count == 2 && $0.chunks[1].kind == .text }
    }

    /// A list of contents: titles, leaders, and page numbers that never fall.
    private func isContents(_ region: TableRegion) -> Bool {
        let multi = region.lines.filter { $0.chunks.count > 1 }
        let last = multi.compactMap { $0.chunks.last.flatMap { Int($0.text) } }
        guard multi.count >= 3, last.count * 5 >= multi.count * 4 else { return false }
        let rising = zip(last, last.dropFirst()).filter { $0 <= $1 }.count
        let leaders = multi.filter { line in
            line.chunks.contains { $0.text.contains("....") || $0.text.contains(". . .") }
        }
        guard rising == last.count - 1, (last.last ?? 0) < settings.judging.lastPage else { return false }
        return leaders.count * 2 >= multi.count || multi.filter { $0.chunks[0].isEnumerator }.count * 2 >= multi.count
    }
}
