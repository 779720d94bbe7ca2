internal import PageModel

/// Finds glyphs that a reader does not see: cut off by their clip path, without ink, or under an area painted later.
struct UnseenGlyphs {
    /// By index of the glyph.
    private(set) var clipped: Set<Int> = []
    private(set) var hidden: Set<Int> = []

    /// A glyph is read where more than this part of its box can be seen.
    private static let visiblePart = 0.5

    init(glyphs: [StyledGlyph], graphics: PageGraphics) {
        guard graphics.shows.contains(where: { $0.clip != nil || $0.isTransparent }) || !graphics.covers.isEmpty else {
            return
        }
        let covers = CoverGrid(graphics.covers)
        var (clipped, hidden): (Set<Int>, Set<Int>) = ([], [])
        ShownGlyphs(shows: graphics.shows, glyphs: glyphs).forEach(glyphs) { index, show in
            let box = glyphs[index].box
            if show.isTransparent {
                hidden.insert(index)
            } else if let clip = show.clip, !Self.shows(box, in: clip) {
                clipped.insert(index)
            } else if covers.hides(box, paintedAt: show.order) {
                hidden.insert(index)
            }
        }
        (self.clipped, self.hidden) = (clipped, hidden)
    }

    private static func shows(_ box: Rect, in clip: Rect) -> Bool {
        guard let part = clip.intersection(box) else { return false }
        return part.area > visiblePart * box.area
    }
}

/// Areas that hide what was painted before them, by place.
struct CoverGrid {
    private struct Place: Hashable {
        var column: Int
        var row: Int
    }

    private let covers: [PaintedCover]
    private var byPlace: [Place: [Int]] = [:]
    /// Of those too large for the grid.
    private var large: [Int] = []

    /// Side of a place, in points.
    private static let side = 32.0
    /// Areas over more places than this are kept in a list of their own.
    private static let places = 64.0

    init(_ covers: [PaintedCover]) {
        self.covers = covers
        for (index, cover) in covers.enumerated() {
            let box = cover.box
            guard box.area <= Self.places * Self.side * Self.side, max(box.width, box.height) <= 64 * Self.side else {
                large.append(index)
                continue
            }
            for row in Self.place(box.y0)...Self.place(box.y1) {
                for column in Self.place(box.x0)...Self.place(box.x1) {
                    byPlace[Place(column: column, row: row), default: []].append(index)
                }
            }
        }
    }

    private static func place(_ value: Double) -> Int { Int((value / side).rounded(.down)) }

    /// Whether an area painted after `order` lies over at least half of the box.
    func hides(_ box: Rect, paintedAt order: Int) -> Bool {
        guard !covers.isEmpty else { return false }
        let here = byPlace[Place(column: Self.place(box.midX), row: Self.place(box.midY))] ?? []
        return [here, large].contains { list in
            list.contains { index in
                let cover = covers[index]
                guard cover.order > order, let part = cover.box.intersection(box) else { return false }
                return part.area >= 0.5 * box.area
            }
        }
    }
}
