internal import PageModel

extension PageContent {
    /// The turn that most of the page's characters have: a page typeset or scanned sideways is read sideways.
    var commonTurn: QuarterTurn {
        QuarterTurn.commonest(of: runs.lazy.filter { !$0.isDecoration }.map { ($0.rotation, $0.glyphs.count) })
    }

    /// The page turned so that text of `turn` stands upright, its origin moved back to the top left.
    func turnedUpright(from turn: QuarterTurn) -> PageContent {
        let placement = Placement(turn: turn, page: bounds)
        var page = self
        (page.width, page.height) = placement.uprightSize
        page.runs = runs.map { run in
            var copy = TextRun(
                glyphs: run.glyphs.map { Glyph(scalar: $0.scalar, box: placement.upright($0.box)) }, style: run.style,
                rotation: run.rotation.relative(to: turn), source: run.source, confidence: run.confidence)
            copy.isDecoration = run.isDecoration
            copy.misreading = run.misreading
            return copy
        }
        page.rulings = rulings.map(placement.upright)
        page.fills = fills.map { FilledArea(box: placement.upright($0.box), color: $0.color) }
        page.images = images.map {
            PlacedImage(box: placement.upright($0.box), pixelWidth: $0.pixelWidth, pixelHeight: $0.pixelHeight)
        }
        return page
    }
}

extension PageLayout {
    /// Undoes `PageContent.turnedUpright(from:)` for the result.
    ///
    /// - Parameter placement: Of the upright page on the page as displayed.
    func turnedBack(by placement: Placement) -> PageLayout {
        let moveLine = { (line: TextLine) -> TextLine in
            TextLine(
                fragments: line.fragments.map { $0.mapped(placement.onPage) }, box: placement.onPage(line.box),
                text: line.text)
        }
        var layout = self
        layout.turn = placement.turn
        layout.width = placement.width
        layout.height = placement.height
        layout.lines = lines.map(moveLine)
        layout.tables = tables.map { table in
            var copy = table
            copy.box = placement.onPage(table.box)
            copy.cells = table.cells.map { cell in
                var moved = cell
                moved.box = placement.onPage(cell.box)
                moved.lines = cell.lines.map(moveLine)
                return moved
            }
            return copy
        }
        return layout
    }
}

extension TableTrace {
    /// As `PageLayout.turnedBack(by:)`.
    func turnedBack(by placement: Placement) -> TableTrace {
        var trace = self
        trace.rulings = rulings.map(placement.onPage)
        trace.intersections = intersections.map(placement.onPage)
        trace.candidates = candidates.map { candidate in
            var moved = candidate
            moved.box = placement.onPage(candidate.box)
            moved.columns = candidate.columns.map(placement.onPage)
            moved.rows = candidate.rows.map(placement.onPage)
            moved.cells = candidate.cells.map(placement.onPage)
            return moved
        }
        return trace
    }
}
