internal import PageModel

/// Finds the areas of a page that may be tables without a lattice: lines of several chunks under each other.
struct RegionFinder {
    let source: WordSource
    let settings: TableSettings

    /// - Parameters:
    ///   - words: The words outside lattices.
    ///   - rulings: The ruling lines outside lattices.
    ///   - bands: Edges of shaded bands, which part rows but bound no table.
    func regions(words: [Word], rulings: [RulingLine], bands: [RulingLine] = []) -> [TableRegion] {
        let drawn = rulings.filter { $0.axis == .horizontal && $0.length >= settings.rulings.shortest }
        let verticals = rulings.filter { $0.axis == .vertical && $0.length >= settings.rulings.shortest }
        let builder = ChunkBuilder(source: source, settings: settings)
        let typed = TypedRules(source: source, settings: settings)
        let (words, typedRules) = typed.split(words)
        let horizontals = drawn + typedRules
        let dividers = RuleIndex(verticals)
        let lines = builder.lines(of: words, verticals: dividers)
        let prose = ProseFinder(settings: settings).find(in: lines)
        var left: [Word] = []
        for (line, flags) in zip(lines, prose.isProse) {
            for (chunk, flag) in zip(line.chunks, flags) where !flag { left += chunk.words }
        }
        var regions: [TableRegion] = []
        for part in parts(left, gutter: gutter(prose.paragraphs)) {
            let partLines = builder.lines(of: part, verticals: dividers)
            for group in groups(partLines, paragraphs: prose.paragraphs, typedRules: typedRules) {
                for segment in segments(group) {
                    for side in sides(segment, horizontals: horizontals) {
                        let lines = side.map { builder.lines(of: $0, verticals: dividers) } ?? segment
                        if var region = trimmed(lines, horizontals: horizontals, verticals: verticals) {
                            region.bands = bands.filter { $0.start < region.textBox.x1 && $0.end > region.textBox.x0 }
                            regions.append(region)
                        }
                    }
                }
            }
        }
        return regions
    }

    // MARK: Text columns of the page

    /// The x between two columns of running text, nil on a page with one.
    private func gutter(_ paragraphs: [Rect]) -> Double? {
        let sorted = paragraphs.sorted { $0.x0 < $1.x0 }
        for right in sorted {
            let lefts = sorted.filter { $0.x1 < right.x0 && right.x0 - $0.x1 < settings.regions.widestGutter }
            guard let edge = lefts.map(\.x1).max() else { continue }
            let middle = (edge + right.x0) / 2
            let crossing = sorted.filter { $0.x0 < middle && $0.x1 > middle }
            if crossing.isEmpty { return middle }
        }
        return nil
    }

    private func parts(_ words: [Word], gutter: Double?) -> [[Word]] {
        guard let gutter else { return [words] }
        return [words.filter { $0.box.midX < gutter }, words.filter { $0.box.midX >= gutter }]
    }

    // MARK: Lines under each other

    /// Cuts the lines where much space, a paragraph or a caption lies between.
    private func groups(_ lines: [ChunkLine], paragraphs: [Rect], typedRules: [RulingLine]) -> [[ChunkLine]] {
        var groups: [[ChunkLine]] = []
        let typed = RuleIndex(typedRules)
        let paragraphs = paragraphs.sorted { $0.midY < $1.midY }
        let middles = paragraphs.map(\.midY)
        for line in lines {
            guard let above = groups.last?.last else {
                groups.append([line])
                continue
            }
            // A typed line takes the place of a line of text, so that only the space on its sides counts.
            let between = typed.between(above.box.y1, line.box.y0).filter {
                $0.end > above.box.x0 && $0.start < above.box.x1
            }
            let stops = ([above.box.y1, line.box.y0] + between.map(\.position)).sorted()
            let gap = zip(stops, stops.dropFirst()).map { $1 - $0 }.max() ?? 0
            let isApart =
                gap > settings.regions.rowGap * max(line.em, above.em)
                || paragraphs[middles.firstIndex(atLeast: above.box.midY)...].prefix { $0.midY < line.box.midY }
                    .contains {
                        $0.midY > above.box.midY && $0.horizontalOverlap(line.box.union(above.box)) > 0
                    }
                || line.isCaption
            if isApart { groups.append([line]) } else { groups[groups.count - 1].append(line) }
        }
        return groups
    }

    /// The stretches of a group from its first line of several chunks to its last, cut at long stretches of lone lines.
    private func segments(_ group: [ChunkLine]) -> [[ChunkLine]] {
        var segments: [[ChunkLine]] = []
        var current: [ChunkLine] = []
        var lone: [ChunkLine] = []
        let left = group.filter { $0.chunks.count > 1 }.map(\.box.x0).min() ?? 0
        let hasNeighbour = interleaved(group)
        for (index, line) in group.enumerated() {
            if line.chunks.count > 1 || hasNeighbour[index] {
                let bridge = lone.filter {
                    $0.box.x0 < left + settings.regions.fullLineIndent * $0.em
                        && $0.box.width > settings.regions.fullLine * $0.em
                }
                if current.isEmpty || bridge.count > settings.regions.mostLoneLines {
                    if !current.isEmpty { segments.append(current) }
                    current = headLines(lone, above: line)
                } else {
                    current += lone
                }
                lone = []
                current.append(line)
            } else {
                lone.append(line)
            }
        }
        if !current.isEmpty {
            // What goes on below the last full line within one column still belongs to it.
            for line in lone {
                let above = current[current.count - 1]
                guard line.box.midY - above.box.midY <= settings.rows.wrapPitch * line.em,
                    let upper = above.chunks.first(where: {
                        abs($0.box.x0 - line.box.x0) < settings.regions.labelIndent * line.em
                    }),
                    line.box.x0 > left + line.em && above.chunks.count > 1 || goesOn(line, in: group)
                        || wraps(upper, into: line, in: group)
                else { break }
                current.append(line)
            }
            segments.append(current)
        }
        return segments
    }

    /// Whether the words of a label run on in a lone line below it, which they do where the label fills its column.
    private func wraps(_ upper: TextChunk, into line: ChunkLine, in group: [ChunkLine]) -> Bool {
        guard let lower = line.chunks.first, upper.runsOn(into: lower) else { return false }
        let labels = group.compactMap(\.chunks.first).filter {
            abs($0.box.x0 - upper.box.x0) < settings.regions.labelIndent * upper.em
        }
        let limit = labels.map(\.box.x1).max() ?? upper.box.x1
        let next = group.flatMap { $0.chunks.dropFirst() }.map(\.box.x0).min() ?? .infinity
        return lower.box.x1 < next && upper.fills(limit, before: lower, settings: settings.rows)
    }

    /// Whether a lone line below the last row goes on its label, as such lines do in the rows above.
    private func goesOn(_ line: ChunkLine, in group: [ChunkLine]) -> Bool {
        let pairs = zip(group, group.dropFirst())
        let pitch = { (upper: ChunkLine, lower: ChunkLine) in lower.box.midY - upper.box.midY }
        guard let own = pairs.first(where: { $1.box == line.box }).map(pitch) else { return false }
        let tolerance = settings.regions.alikePitch * line.em
        let alike = pairs.filter { upper, lower in
            lower.box != line.box && lower.chunks[0].box.x1 < upper.box.x1
                && abs(lower.box.x0 - line.box.x0) < settings.regions.alikeIndent * line.em
                && abs(pitch(upper, lower) - own) < tolerance
        }
        let rows = pairs.filter { upper, lower in lower.chunks.count > 1 && pitch(upper, lower) > own + 2 * tolerance }
        return !alike.isEmpty && rows.count >= alike.count
    }

    /// For each line whether it overlaps the one before or after, with its text beside that line's: lines of cells that
    /// are set in the middle of their row.
    private func interleaved(_ group: [ChunkLine]) -> [Bool] {
        var result = [Bool](repeating: false, count: group.count)
        for (index, (upper, lower)) in zip(group, group.dropFirst()).enumerated()
        where lower.box.midY - upper.box.midY < settings.columns.interleavedPitch * min(upper.em, lower.em) {
            let isBeside = upper.chunks.allSatisfy { chunk in
                lower.chunks.allSatisfy { $0.box.horizontalOverlap(chunk.box) == 0 }
            }
            if isBeside {
                result[index] = true
                result[index + 1] = true
            }
        }
        return result
    }

    /// Lone lines right above a table that head several of its columns: they stand clear of the first.
    private func headLines(_ lone: [ChunkLine], above line: ChunkLine) -> [ChunkLine] {
        var result: [ChunkLine] = []
        var below = line
        guard let first = line.chunks.first, !line.isKeyValueLine else { return [] }
        for candidate in lone.reversed() {
            guard let chunk = candidate.chunks.first, candidate.em < settings.regions.headSize * line.em,
                below.box.midY - candidate.box.midY <= settings.rows.wrapPitch * candidate.em,
                chunk.box.x0 > first.box.x1, chunk.box.x1 <= line.box.x1 + settings.regions.headOverhang * chunk.em
            else { break }
            result.insert(candidate, at: 0)
            below = candidate
        }
        return result
    }

    /// The words of tables side by side: their rules leave the same gap, with no text and no rule across it.
    ///
    /// - Returns: One entry for each table; nil stands for the lines as they are.
    private func sides(_ lines: [ChunkLine], horizontals: [RulingLine]) -> [[Word]?] {
        guard let box = lines.map(\.box).union else { return [] }
        let em = lines.map(\.em).max() ?? 1
        let reach = settings.regions.ruleReach * em
        let rules = horizontals.filter { $0.position > box.y0 - reach && $0.position < box.y1 + reach }
            .sorted { $0.start < $1.start }
        if rules.isEmpty, let x = TitledSides(settings: settings).cut(of: lines) {
            // The titles are no rows.
            let words = lines.dropFirst().flatMap(\.chunks).flatMap(\.words)
            return [words.filter { $0.box.midX < x }, words.filter { $0.box.midX > x }]
        }
        guard rules.count >= 4, var reach = rules.first?.end else { return [nil] }
        var cuts: [Double] = []
        for rule in rules.dropFirst() {
            if rule.start > reach + settings.regions.sideGap * em { cuts.append((reach + rule.start) / 2) }
            reach = max(reach, rule.end)
        }
        cuts = cuts.filter { x in
            let left = rules.filter { $0.end < x }
            let right = rules.filter { $0.start > x }
            guard left.count >= 2, right.count >= 2 else { return false }
            return !lines.contains { line in line.chunks.contains { $0.box.x0 < x && $0.box.x1 > x } }
        }
        guard !cuts.isEmpty else { return [nil] }
        let words = lines.flatMap(\.chunks).flatMap(\.words)
        return (0...cuts.count).map { index in
            words.filter { word in
                (index == 0 || word.box.midX > cuts[index - 1]) && (index == cuts.count || word.box.midX < cuts[index])
            }
        }
    }

    // MARK: Ends of a table

    private func trimmed(
        _ lines: [ChunkLine], horizontals: [RulingLine], verticals: [RulingLine]
    ) -> TableRegion? {
        var lines = lines
        guard var box = lines.map(\.box).union else { return nil }
        let em = lines.map(\.em).max() ?? 1
        let reach = settings.regions.ruleReach * em
        var rules = horizontals.filter {
            $0.position > box.y0 - reach && $0.position < box.y1 + reach && $0.end > box.x0 && $0.start < box.x1
        }
        let full = rules.filter {
            min($0.end, box.x1) - max($0.start, box.x0) >= settings.rulings.fullWidth * box.width
        }.map(\.position)
        if let top = full.min(), let bottom = full.max(), bottom - top > 2 * em {
            // Notes below the last rule and titles above the first are no rows.
            let below = lines.filter { $0.box.midY > bottom }
            if !below.contains(where: { $0.chunks.dropFirst().contains { $0.kind == .number } }) {
                lines.removeAll { $0.box.midY > bottom }
            }
            let above = lines.filter { $0.box.midY < top }
            if above.allSatisfy({ $0.chunks.count < 2 }) || full.count > 2 && lines.count - above.count > 2 {
                lines.removeAll { $0.box.midY < top }
            }
        }
        while let head = lines.first, lines.count > 2, head.isKeyValueLine || head.isCaption { lines.removeFirst() }
        guard let final = lines.map(\.box).union else { return nil }
        box = final
        let margin = settings.regions.ruleMargin * em
        rules = rules.filter { $0.position > box.y0 - margin && $0.position < box.y1 + margin }
        let overhang = settings.regions.verticalOverhang * em
        let inside = verticals.filter {
            $0.position > box.x0 - em && $0.position < box.x1 + em && $0.end > box.y0 && $0.start < box.y1
                && $0.start > box.y0 - overhang && $0.end < box.y1 + overhang
        }
        let sideways = settings.regions.ruleOverhang * box.width
        rules = rules.filter { $0.start > box.x0 - sideways && $0.end < box.x1 + sideways }
        return TableRegion(lines: lines, horizontals: rules, verticals: inside)
    }
}

extension ChunkLine {
    /// "Table 3", "表2": the number of a table or a figure, which begins something new.
    var isCaption: Bool {
        guard let chunk = chunks.first else { return false }
        let words = chunk.text.split(separator: " ", maxSplits: 2)
        guard let first = words.first else { return false }
        let names = [
            "table", "tab.", "figure", "fig.", "chart", "tableau", "tabelle", "abbildung", "box", "graph", "exhibit",
        ]
        if names.contains(first.lowercased()) {
            guard words.count > 1 else { return chunks.count > 1 }
            return words[1].unicodeScalars.contains { $0.isDigit }
                || words[1].unicodeScalars.first?.properties.isUppercase ?? false && words[1].count <= 4
        }
        let scalars = Array(chunk.text.unicodeScalars.prefix(2))
        return scalars.count == 2 && (scalars[0] == "表" || scalars[0] == "图") && scalars[1].isDigit
    }

    /// A line of "name: value" pairs above a table.
    var isKeyValueLine: Bool {
        chunks.count >= 2 && chunks.count <= 3
            && chunks.allSatisfy { chunk in
                guard let colon = chunk.text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
                return colon != chunk.text.startIndex && chunk.text.index(after: colon) != chunk.text.endIndex
            }
    }
}
