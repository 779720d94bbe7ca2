internal import PageModel

/// Finds the tables that stand between rules across their whole width, most of them without any upright line.
///
/// The rules tell where such a table begins and ends, above all beside another one, in one of two columns of text, or
/// right above the next table.
struct RuledTables {
    let settings: TableSettings

    /// A stretch of a stack with the lines of text between its rules.
    struct Part {
        var rules: [RulingLine]
        var lines: [ChunkLine]
    }

    /// The tables of a page that stand between rules.
    func find(in page: PageContent, trace: inout TableTrace?) -> [TableGrid] {
        let drawn = page.rulings.filter { $0.origin != .fillEdge }
        guard !RuleStack.stacks(of: drawn, settings: settings).isEmpty else { return [] }
        let source = WordSource(fragments: page.runs.filter { !$0.isDecoration }.map { TextFragment($0) })
        let regions = regions(
            source: source, words: source.words(settings: settings), rulings: drawn,
            bands: page.rulings.shadedBands(settings.shading))
        var tables: [TableGrid] = []
        for found in RegionReader(source: source, rulings: page.rulings, settings: settings)
            .tables(in: regions, taken: [], trace: &trace) where !found.grid.box.lies(over: tables.map(\.box))
        {
            tables.append(found.grid)
        }
        for fragment in source.fragments where fragment.rotation != .none {
            if let index = tables.firstIndex(where: { $0.box.contains(fragment.box.center) }) {
                tables[index].place(fragment)
            }
        }
        return tables
    }

    /// The parts of fragments that stand in none of the tables.
    func outside(_ tables: [TableGrid], of fragments: [TextFragment]) -> [TextFragment] {
        guard !tables.isEmpty else { return fragments }
        let isInside = { (box: Rect) in tables.contains { $0.box.contains(box.center) } }
        let source = WordSource(fragments: fragments)
        let words = source.words(settings: settings)
        let touched = Set(words.filter { isInside($0.box) }.map(\.fragment))
        let cut = source.fragments(of: words.filter { touched.contains($0.fragment) && !isInside($0.box) })
        let whole = fragments.indices.filter { !touched.contains($0) && !isInside(fragments[$0].box) }
        return whole.map { fragments[$0] } + cut
    }

    /// - Parameters:
    ///   - words: All words of the page.
    ///   - rulings: Its drawn lines.
    ///   - bands: Edges of shaded bands.
    /// - Returns: The areas of such tables, without those that ruling lines of both axes hold together.
    func regions(source: WordSource, words: [Word], rulings: [RulingLine], bands: [RulingLine]) -> [TableRegion] {
        let stacks = RuleStack.stacks(of: rulings, settings: settings)
        let owners = ComponentIndex(rulings, tolerance: settings.rulings.joinTolerance)
        let verticals = rulings.filter { $0.axis == .vertical && $0.length >= settings.rulings.shortest }
        let horizontals = rulings.filter { $0.axis == .horizontal }
        let builder = ChunkBuilder(source: source, settings: settings)
        // Nobody rules running text: between rules, narrow gaps are columns.
        let narrow = ChunkBuilder(source: source, settings: settings.betweenRules)
        var regions: [TableRegion] = []
        for stack in stacks {
            let reach = settings.ruled.endTolerance
            let beside = words.filter { $0.box.midX > stack.left - reach && $0.box.midX < stack.right + reach }
            let inside = verticals.filter { $0.position > stack.left - reach && $0.position < stack.right + reach }
            let lines = builder.lines(of: beside, verticals: RuleIndex(inside))
            for part in parts(of: stack, lines: lines) {
                guard !isHeld(part, by: owners, verticals: inside), !isChinese(part),
                    let top = part.rules.first?.position,
                    let bottom = part.rules.last?.position
                else { continue }
                let low = max(bottom, part.lines.last?.box.y1 ?? bottom)
                let margin = settings.rulings.joinTolerance
                let words = part.lines.flatMap(\.chunks).flatMap(\.words)
                let rows = narrow.lines(of: words, verticals: RuleIndex(inside))
                guard rows.count(where: { $0.chunks.count > 1 }) >= 2 else { continue }
                var region = TableRegion(
                    lines: rows,
                    horizontals: horizontals.filter {
                        $0.position >= top && $0.position <= bottom && $0.start >= stack.left - reach
                            && $0.end <= stack.right + reach
                    },
                    verticals: inside.filter { $0.start >= top - margin && $0.end <= low + margin },
                    bands: bands.filter { $0.start < stack.right && $0.end > stack.left })
                region.standsBetweenRules = true
                regions.append(region)
            }
        }
        return regions
    }

    /// Whether one lattice holds all rules of the part, or its sides are drawn: its cells tell more than its rules.
    private func isHeld(_ part: Part, by owners: ComponentIndex, verticals: [RulingLine]) -> Bool {
        let roots = Set(part.rules.map(owners.owner))
        if roots.count == 1, let root = roots.first, root != nil { return true }
        guard let top = part.rules.first, let bottom = part.rules.last else { return true }
        let height = bottom.position - top.position
        return [(top.start + bottom.start) / 2, (top.end + bottom.end) / 2].allSatisfy { side in
            let drawn = verticals.filter { abs($0.position - side) <= settings.rulings.snapTolerance }
                .reduce(0) { $0 + max(0, min($1.end, bottom.position) - max($1.start, top.position)) }
            return drawn >= settings.ruled.drawnSide * height
        }
    }

    /// Chinese forms rule off blocks of labels and values, each with columns of its own, which are read as any area
    /// without a lattice; Chinese texts need no narrower gaps than there.
    private func isChinese(_ part: Part) -> Bool {
        let chunks = part.lines.flatMap(\.chunks)
        return chunks.count { $0.text.unicodeScalars.contains(where: \.isIdeograph) } * 2 > chunks.count
    }

    // MARK: One table below another

    /// What lies between two rules of a stack.
    private struct Band {
        var lines: [ChunkLine]
        /// White space over each line and under the last, in em.
        var gaps: [Double]

        var above: Double { gaps.first ?? 0 }
        var below: Double { gaps.last ?? 0 }
    }

    /// How the rows of a stack's tables stand between their rules.
    private struct Spacing {
        /// Rows stand no further than this many em below the rule above them,
        var above: Double
        /// nor above the rule below them,
        var below: Double
        /// and running text stands further off that than this.
        var text: Double
    }

    /// The tables of a stack: its rules and lines, parted where text or white space of the page lies between.
    ///
    /// - Parameter lines: The lines between the sides of the stack, from the top.
    func parts(of stack: RuleStack, lines: [ChunkLine]) -> [Part] {
        let middles = lines.map(\.box.midY)
        let within = lines[middles.firstIndex(atLeast: stack.top)..<middles.firstIndex(atLeast: stack.bottom)]
        guard let em = median(within.map(\.em)) else { return [] }
        let bands = zip(stack.rules, stack.rules.dropFirst()).map { upper, lower in
            band(
                lines[middles.firstIndex(atLeast: upper.position)..<middles.firstIndex(atLeast: lower.position)],
                from: upper.position, to: lower.position, em: em)
        }
        let filled = bands.filter { !$0.lines.isEmpty }
        let usual = median(filled.map(\.below)) ?? 0
        let spacing = Spacing(
            above: (median(filled.map(\.above)) ?? 0) + settings.ruled.looserAbove,
            below: usual + settings.ruled.looserBelow,
            text: settings.ruled.textGap * usual + settings.ruled.textMargin)
        var parts: [Part] = []
        var open = Part(rules: [stack.rules[0]], lines: [])
        for (band, lower) in zip(bands, stack.rules.dropFirst()) {
            if holdsRows(band, spacing, width: stack.right - stack.left) {
                open.rules.append(lower)
                open.lines += band.lines
                continue
            }
            // The last rows of a table without a rule below them, and the head of one without a rule above it.
            let upper = rows(hangingFrom: band, spacing)
            let next = rows(standingOn: band, spacing)
            open.lines += upper
            parts.append(open)
            open = Part(rules: [lower], lines: upper.count + next.count > band.lines.count ? [] : next)
        }
        parts.append(open)
        return parts.map { withHead($0, from: lines, middles: middles) }
            .filter { isWhole($0, lines: lines, middles: middles) }
    }

    private func band(_ lines: ArraySlice<ChunkLine>, from top: Double, to bottom: Double, em: Double) -> Band {
        let ends = [top] + lines.map(\.box.y1)
        let starts = lines.map(\.box.y0) + [bottom]
        return Band(lines: Array(lines), gaps: zip(ends, starts).map { ($1 - $0) / em })
    }

    /// Whether what lies between two rules are rows of one table with both, or nothing: not white space, a caption or
    /// running text, which stand further off the rules than rows do.
    private func holdsRows(_ band: Band, _ spacing: Spacing, width: Double) -> Bool {
        guard let first = band.lines.first else { return band.above <= settings.ruled.emptyBand }
        if first.isCaption || isText(band, spacing, width: width) { return false }
        return band.above <= spacing.above && band.below <= spacing.below
            && band.gaps.dropFirst().dropLast().allSatisfy { $0 <= settings.regions.rowGap }
    }

    private func isText(_ band: Band, _ spacing: Spacing, width: Double) -> Bool {
        let lone = band.lines.filter { $0.chunks.count == 1 }
        return band.below > spacing.text && lone.count * 3 >= band.lines.count * 2
            && band.lines.allSatisfy { $0.chunks.count == 1 || $0.box.width > settings.ruled.textLine * width }
    }

    private func rows(hangingFrom band: Band, _ spacing: Spacing) -> [ChunkLine] {
        guard band.above <= spacing.above, !band.lines.isEmpty else { return [] }
        let end = (1..<band.gaps.count).first { band.gaps[$0] > settings.regions.rowGap }
        return end.map { rows(in: band.lines[..<$0]) } ?? []
    }

    private func rows(standingOn band: Band, _ spacing: Spacing) -> [ChunkLine] {
        guard band.below <= spacing.below, !band.lines.isEmpty else { return [] }
        let start = (0..<band.lines.count).last { band.gaps[$0] > settings.regions.rowGap }
        return start.map { rows(in: band.lines[$0...]) } ?? []
    }

    /// The lines when each has several texts; none otherwise.
    private func rows(in lines: ArraySlice<ChunkLine>) -> [ChunkLine] {
        lines.allSatisfy { $0.chunks.count > 1 } ? Array(lines) : []
    }

    // MARK: Rows outside the rules

    /// The part with the head right above its first rule, where that is drawn below the head alone.
    private func withHead(_ part: Part, from lines: [ChunkLine], middles: [Double]) -> Part {
        guard part.lines.count >= 2, var top = part.rules.first?.position else { return part }
        var part = part
        for line in lines[..<middles.firstIndex(atLeast: top)].reversed()
        where !part.lines.contains(where: { $0.box == line.box }) {
            guard line.chunks.count > 1, top - line.box.y1 < settings.ruled.rowReach * line.em,
                sharesColumns(line, with: part.lines)
            else { break }
            part.lines.insert(line, at: 0)
            top = line.box.y0
        }
        return part
    }

    /// Whether the gaps of the line are gaps of most other lines.
    private func sharesColumns(_ line: ChunkLine, with lines: [ChunkLine]) -> Bool {
        let others = lines.filter { $0.chunks.count > 1 }
        return zip(line.chunks, line.chunks.dropFirst()).allSatisfy { left, right in
            let middle = (left.box.x1 + right.box.x0) / 2
            let free = others.filter { other in !other.chunks.contains { $0.box.x0 < middle && $0.box.x1 > middle } }
            return free.count * 3 >= others.count * 2
        }
    }

    /// Whether the part is a table with all its rows: none stands right above its first or below its last rule.
    private func isWhole(_ part: Part, lines: [ChunkLine], middles: [Double]) -> Bool {
        guard part.rules.count >= 2, let top = part.rules.first?.position, let bottom = part.rules.last?.position
        else { return false }
        let isRow = { (line: ChunkLine) in
            line.chunks.count > 1 && !part.lines.contains(where: { $0.box == line.box })
                && sharesColumns(line, with: part.lines)
        }
        if let above = lines[..<middles.firstIndex(atLeast: top)].last, isRow(above),
            top - above.box.y1 < settings.ruled.rowReach * above.em
        {
            return false
        }
        if let below = lines[middles.firstIndex(atLeast: bottom)...].first, isRow(below),
            below.box.y0 - bottom < settings.ruled.rowReach * below.em
        {
            return false
        }
        return true
    }

    private func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}

extension TableSettings {
    /// The settings for text between rules, where narrow gaps are columns.
    var betweenRules: TableSettings {
        var settings = self
        settings.words.columnGap = min(words.columnGap, ruled.columnGap)
        return settings
    }
}

/// Which lines hang together, by touching lines of the other axis.
struct ComponentIndex {
    private var owners: [RulingLine: Int] = [:]

    init(_ lines: [RulingLine], tolerance: Double) {
        for (number, component) in components(of: lines, tolerance: tolerance).enumerated() {
            for line in component.horizontal + component.vertical { owners[line] = number }
        }
    }

    /// Nil for a line that touches none of the other axis.
    func owner(of line: RulingLine) -> Int? { owners[line] }
}
