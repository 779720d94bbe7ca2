internal import PageModel

/// Finds glyphs that a reader does not see: cut off by their clip path, without ink, in the colour of the paper, beside the
/// page, or under something painted later.
struct UnseenGlyphs {
    /// By index of the glyph.
    private(set) var clipped: Set<Int> = []
    private(set) var hidden: Set<Int> = []
    /// Operators and boxes looked at: with n glyphs, operators and boxes no more than grow as n log n.
    private(set) var steps = 0

    /// A glyph is read where more than this part of its box can be seen.
    private static let visiblePart = 0.5
    /// How much darker than text in the colour of the paper its ground must be.
    private static let groundContrast = 0.1

    init(text: PopplerText, graphics: PageGraphics, bounds: Rect, settings: PDFTextSettings) {
        findPale(text, graphics, bounds, settings)
        let isPlain = graphics.covers.isEmpty && !graphics.shows.contains { $0.clip != nil || $0.isInvisible }
        if !isPlain { findCovered(text.glyphs, graphics) }
    }

    private mutating func findPale(
        _ text: PopplerText, _ graphics: PageGraphics, _ bounds: Rect, _ settings: PDFTextSettings
    ) {
        let isPale = text.styles.map { $0.color.luminance >= settings.invisibleLuminance }
        var grounds = isPale.contains(true) ? Grounds(graphics) : nil
        for (index, glyph) in text.glyphs.enumerated() {
            let center = glyph.box.center
            if !bounds.contains(center) {
                hidden.insert(index)
            } else if isPale[glyph.style],
                grounds?.areDark(at: center, below: settings.invisibleLuminance - Self.groundContrast) == false
            {
                hidden.insert(index)
            }
        }
        steps += grounds?.steps ?? 0
    }

    private mutating func findCovered(_ glyphs: [StyledGlyph], _ graphics: PageGraphics) {
        var covers = BoxGrid(graphics.covers.map(\.box))
        var pictures = BoxGrid(graphics.images.map(\.box))
        var (clipped, hidden) = (clipped, hidden)
        var shown = ShownGlyphs(shows: graphics.shows, glyphs: glyphs)
        shown.forEach(glyphs) { index, show in
            let box = glyphs[index].box
            if show.isTransparent || show.isInvisible && !pictures.contains(box.center) {
                hidden.insert(index)
            } else if let clip = show.clip, !Self.shows(box, in: clip) {
                clipped.insert(index)
            } else if covers.last(
                at: box.center,
                where: {
                    graphics.covers[$0].order > show.order && Self.hides(graphics.covers[$0].box, box)
                }) != nil
            {
                hidden.insert(index)
            }
        }
        (self.clipped, self.hidden) = (clipped, hidden)
        steps += shown.steps + covers.steps + pictures.steps
    }

    private static func shows(_ box: Rect, in clip: Rect) -> Bool {
        guard let part = clip.intersection(box) else { return false }
        return part.area > visiblePart * box.area
    }

    private static func hides(_ cover: Rect, _ box: Rect) -> Bool {
        guard let part = cover.intersection(box) else { return false }
        return part.area >= (1 - visiblePart) * box.area
    }
}

/// What lies under the text.
private struct Grounds {
    private let fills: [FilledArea]
    private var areas: BoxGrid
    private var pictures: BoxGrid

    var steps: Int { areas.steps + pictures.steps }

    init(_ graphics: PageGraphics) {
        fills = graphics.fills
        areas = BoxGrid(graphics.fills.map(\.box))
        pictures = BoxGrid(graphics.images.map(\.box))
    }

    /// Whether text in the colour of the paper can be seen at a place.
    ///
    /// The topmost area decides; a picture may be dark, so text over one counts as seen.
    mutating func areDark(at point: Point, below luminance: Double) -> Bool {
        if let top = areas.last(at: point) { return fills[top].color.luminance < luminance }
        return pictures.contains(point)
    }
}

/// Boxes by place, the last first.
struct BoxGrid {
    private struct Place: Hashable {
        var column: Int
        var row: Int
    }

    private let boxes: [Rect]
    private var byPlace: [Place: [Int]] = [:]
    /// Of those too large for the grid.
    private var large: [Int] = []
    /// Boxes looked at so far.
    private(set) var steps = 0

    /// Side of a place, in points.
    private static let side = 32.0
    /// Boxes over more places than this, or longer, are kept in a list of their own.
    private static let places = 64.0
    /// Places are counted up to this far from the page's corner.
    private static let reach = 1e6

    init(_ boxes: [Rect]) {
        self.boxes = boxes
        for (index, box) in boxes.enumerated() {
            guard box.area <= Self.places * Self.side * Self.side,
                max(box.width, box.height) <= Self.places * Self.side
            else {
                Self.append(index, to: &large, boxes)
                continue
            }
            for row in Self.place(box.y0)...Self.place(box.y1) {
                for column in Self.place(box.x0)...Self.place(box.x1) {
                    Self.append(index, to: &byPlace[Place(column: column, row: row), default: []], boxes)
                }
            }
        }
    }

    /// What lies wholly under a later box need not be looked at: the later one answers first.
    private static func append(_ index: Int, to list: inout [Int], _ boxes: [Rect]) {
        while let last = list.last, boxes[index].contains(boxes[last]) { list.removeLast() }
        list.append(index)
    }

    private static func place(_ value: Double) -> Int { Int(min(max(value / side, -reach), reach).rounded(.down)) }

    /// The last of the boxes around a point for which `isWanted` holds.
    mutating func last(at point: Point, where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
        guard !boxes.isEmpty else { return nil }
        let here = byPlace[Place(column: Self.place(point.x), row: Self.place(point.y))] ?? []
        var looked = 0
        let fits = { (index: Int) in
            looked += 1
            return boxes[index].contains(point) && isWanted(index)
        }
        let candidates = [here.last(where: fits), large.last(where: fits)]
        steps += looked
        return candidates.compactMap(\.self).max()
    }

    mutating func contains(_ point: Point) -> Bool { last(at: point) != nil }
}
