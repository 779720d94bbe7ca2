internal import PageModel

/// Finds the borders of tables that are typed with characters: `|` or a lone `:` below each other, `+---+` between.
struct TypedGrid {
    let settings: TableSettings

    private struct Mark: Hashable {
        var run: Int
        var glyph: Int
    }

    private struct Bar {
        var marks: [Mark]
        var box: Rect
        var count: Int
    }

    /// The page with typed borders turned into ruling lines; unchanged where there are none.
    ///
    /// - Complexity: O(n log n) for n characters.
    func drawn(_ page: PageContent) -> PageContent {
        let found = marks(of: page)
        guard found.count >= 2 * settings.typed.fewestBars else { return page }
        let typed = horizontals(of: page)
        let bars = columns(found, across: RuleIndex(typed.map(\.rule)))
        guard bars.count >= 2, let area = bars.map(\.box).union else { return page }
        var rules: [RulingLine] = []
        var used: Set<Mark> = []
        for (rule, marks) in typed where rule.start < area.x1 && rule.end > area.x0 {
            let reach = 2 * settings.typed.pitch * bars[0].box.height / Double(bars[0].count)
            guard rule.position > area.y0 - reach, rule.position < area.y1 + reach else { continue }
            rules.append(rule)
            used.formUnion(marks)
        }
        for bar in bars {
            used.formUnion(bar.marks)
            // The last bar and the line of hyphens below it are one line of text apart.
            let reach = settings.typed.pitch * bar.box.height / Double(bar.count)
            let near = rules.filter { $0.axis == .horizontal && $0.start <= bar.box.x1 && $0.end >= bar.box.x0 }
                .map(\.position)
            let top = near.filter { $0 < bar.box.y0 && $0 > bar.box.y0 - reach }.min()
            let bottom = near.filter { $0 > bar.box.y1 && $0 < bar.box.y1 + reach }.max()
            rules.append(
                RulingLine(
                    axis: .vertical, position: bar.box.midX, start: top ?? bar.box.y0, end: bottom ?? bar.box.y1,
                    thickness: 1, origin: .pixels))
        }
        var result = page
        result.rulings += rules
        let left = Dictionary(grouping: used, by: \.run)
        result.runs = page.runs.enumerated().flatMap { index, run in
            left[index].map { run.without(Set($0.map(\.glyph))) } ?? [run]
        }
        return result
    }

    private func marks(of page: PageContent) -> [(x: Double, box: Rect, mark: Mark)] {
        var found: [(x: Double, box: Rect, mark: Mark)] = []
        for (number, run) in page.runs.enumerated() where run.rotation == .none && !run.isDecoration {
            for (index, glyph) in run.glyphs.enumerated() where isBar(glyph, at: index, in: run) {
                found.append((glyph.box.midX, glyph.box, Mark(run: number, glyph: index)))
            }
        }
        return found
    }

    /// Stacks of bars at one x, line by line; a line of hyphens may take a bar's place.
    private func columns(_ found: [(x: Double, box: Rect, mark: Mark)], across rules: RuleIndex) -> [Bar] {
        let found = found.sorted { ($0.x, $0.box.y0) < ($1.x, $1.box.y0) }
        var stacks: [Bar] = []
        var start = 0
        while start < found.count {
            var end = start
            let width = found[start].box.width
            while end < found.count, found[end].x - found[start].x < settings.typed.barError * width { end += 1 }
            stacks += stacked(
                found[start..<end].sorted { $0.box.y0 < $1.box.y0 }.map { ($0.box, $0.mark) }, across: rules)
            start = end
        }
        return stacks.filter { $0.count >= settings.typed.fewestBars }
    }

    private func stacked(_ bars: [(box: Rect, mark: Mark)], across rules: RuleIndex) -> [Bar] {
        var result: [Bar] = []
        for (box, mark) in bars {
            let isNext = { (last: Bar) in
                let between = rules.between(last.box.midY, box.midY).count {
                    $0.start <= box.midX && $0.end >= box.midX
                }
                return box.midY - last.box.y1 < settings.typed.pitch * Double(min(between, 1) + 1) * box.height
            }
            if let last = result.last, isNext(last) {
                result[result.count - 1].box = last.box.union(box)
                result[result.count - 1].marks.append(mark)
                result[result.count - 1].count += 1
            } else {
                result.append(Bar(marks: [mark], box: box, count: 1))
            }
        }
        return result
    }

    /// A bar, or a colon that stands clear of the text on both sides.
    private func isBar(_ glyph: Glyph, at index: Int, in run: TextRun) -> Bool {
        if glyph.scalar == "|" || glyph.scalar == "¦" || glyph.scalar == "│" { return true }
        guard glyph.scalar == ":" || glyph.scalar == "!" else { return false }
        let isClear = { (other: Int) in
            !run.glyphs.indices.contains(other) || run.glyphs[other].scalar == " "
                || isDash(run.glyphs[other].scalar)
        }
        return isClear(index - 1) && isClear(index + 1)
    }

    private func isDash(_ scalar: Unicode.Scalar) -> Bool { "-=_+─━═┼".unicodeScalars.contains(scalar) }

    /// Stretches of hyphens with their corners.
    private func horizontals(of page: PageContent) -> [(rule: RulingLine, marks: [Mark])] {
        var rules: [(rule: RulingLine, marks: [Mark])] = []
        for (number, run) in page.runs.enumerated() where run.rotation == .none && !run.isDecoration {
            var index = 0
            while index < run.glyphs.count {
                var end = index
                var dashes = 0
                while end < run.glyphs.count {
                    let scalar = run.glyphs[end].scalar
                    guard isDash(scalar) || isBar(run.glyphs[end], at: end, in: run) else { break }
                    if isDash(scalar) { dashes += 1 }
                    end += 1
                }
                if dashes >= settings.typed.shortestRule {
                    let first = run.glyphs[index].box
                    let last = run.glyphs[end - 1].box
                    let rule = RulingLine(
                        axis: .horizontal, position: first.midY, start: first.midX, end: last.midX, thickness: 1,
                        origin: .pixels)
                    rules.append((rule, (index..<end).map { Mark(run: number, glyph: $0) }))
                }
                index = max(end, index + 1)
            }
        }
        return rules
    }
}

extension TextRun {
    /// The parts of the run between the glyphs left out.
    fileprivate func without(_ left: Set<Int>) -> [TextRun] {
        guard !left.isEmpty else { return [self] }
        var parts: [[Glyph]] = [[]]
        for (index, glyph) in glyphs.enumerated() {
            if left.contains(index) { parts.append([]) } else { parts[parts.count - 1].append(glyph) }
        }
        return parts.compactMap { part in
            let text = part.drop { $0.scalar == " " }
            guard !text.isEmpty else { return nil }
            var end = text.endIndex
            while text[end - 1].scalar == " " { end -= 1 }
            return TextRun(
                glyphs: Array(text[..<end]), style: style, rotation: rotation, source: source, confidence: confidence)
        }
    }
}
