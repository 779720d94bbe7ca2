internal import PageModel

extension PageContent {
    /// The turn that most of the page's characters have: a page typeset or scanned sideways is read sideways.
    var commonTurn: QuarterTurn {
        var counts: [QuarterTurn: Int] = [:]
        for run in runs where !run.isDecoration { counts[run.rotation, default: 0] += run.glyphs.count }
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
    }

    /// The page turned so that text of `turn` stands upright, its origin moved back to the top left.
    func turnedUpright(from turn: QuarterTurn) -> PageContent {
        let frame = bounds.turnedUpright(from: turn)
        let move = { (box: Rect) -> Rect in
            let turned = box.turnedUpright(from: turn)
            return Rect(
                x0: turned.x0 - frame.x0, y0: turned.y0 - frame.y0, x1: turned.x1 - frame.x0, y1: turned.y1 - frame.y0)
        }
        var page = self
        page.width = frame.width
        page.height = frame.height
        page.runs = runs.map { run in
            var copy = TextRun(
                glyphs: run.glyphs.map { Glyph(scalar: $0.scalar, box: move($0.box)) }, style: run.style,
                rotation: run.rotation.relative(to: turn), source: run.source, confidence: run.confidence)
            copy.isDecoration = run.isDecoration
            return copy
        }
        let isAcross = turn == .clockwise || turn == .counterclockwise
        page.rulings = rulings.map { $0.moved(move, isAcross: isAcross) }
        page.fills = fills.map { FilledArea(box: move($0.box), color: $0.color) }
        page.images = images.map {
            PlacedImage(box: move($0.box), pixelWidth: $0.pixelWidth, pixelHeight: $0.pixelHeight)
        }
        return page
    }
}

extension QuarterTurn {
    func relative(to turn: QuarterTurn) -> QuarterTurn {
        QuarterTurn(rawValue: (rawValue - turn.rawValue + 360) % 360) ?? .none
    }
}

extension RulingLine {
    /// The line with its box moved; `isAcross` when the move swaps the axes.
    func moved(_ move: (Rect) -> Rect, isAcross: Bool) -> RulingLine {
        let box = move(box)
        let axis = isAcross ? axis.other : axis
        return RulingLine(
            axis: axis, position: axis == .horizontal ? box.midY : box.midX,
            start: axis == .horizontal ? box.x0 : box.y0, end: axis == .horizontal ? box.x1 : box.y1,
            thickness: thickness, origin: origin, isDashed: isDashed)
    }
}

extension TableTrace {
    /// As `PageLayout.turnedBack(to:page:)`.
    func turnedBack(to turn: QuarterTurn, page: PageContent) -> TableTrace {
        let move = PageLayout.moveBack(to: turn, page: page)
        let isAcross = turn == .clockwise || turn == .counterclockwise
        var trace = self
        trace.rulings = rulings.map { $0.moved(move, isAcross: isAcross) }
        trace.intersections = intersections.map { move(Rect(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y)).center }
        trace.candidates = candidates.map { candidate in
            var moved = candidate
            moved.box = move(candidate.box)
            moved.columns = candidate.columns.map(move)
            moved.rows = candidate.rows.map(move)
            moved.cells = candidate.cells.map(move)
            return moved
        }
        return trace
    }
}

extension PageLayout {
    /// From the upright page of `turn` to the page as displayed.
    fileprivate static func moveBack(to turn: QuarterTurn, page: PageContent) -> (Rect) -> Rect {
        let frame = page.bounds.turnedUpright(from: turn)
        return { box in
            Rect(x0: box.x0 + frame.x0, y0: box.y0 + frame.y0, x1: box.x1 + frame.x0, y1: box.y1 + frame.y0)
                .turned(to: turn)
        }
    }

    /// Undoes `PageContent.turnedUpright(from:)` for the result.
    func turnedBack(to turn: QuarterTurn, page: PageContent) -> PageLayout {
        let move = Self.moveBack(to: turn, page: page)
        let moveLine = { (line: TextLine) -> TextLine in
            TextLine(fragments: line.fragments.map { $0.mapped(move) }, box: move(line.box), text: line.text)
        }
        var layout = self
        layout.turn = turn
        layout.width = page.width
        layout.height = page.height
        layout.lines = lines.map(moveLine)
        layout.tables = tables.map { table in
            var copy = table
            copy.box = move(table.box)
            copy.cells = table.cells.map { cell in
                var moved = cell
                moved.box = move(cell.box)
                moved.lines = cell.lines.map(moveLine)
                return moved
            }
            return copy
        }
        return layout
    }
}
