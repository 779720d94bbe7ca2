internal import PageModel

/// Tells the strokes of watermarks and the frames of stamps from the rules of a table that they lie across.
///
/// They are pale or coloured where the table is not, short, and end in the middle of nowhere: a rule of the table ends at
/// another one.
struct StrayStrokes {
    /// The pieces that are no such strokes.
    let others: [LinePiece]

    init(_ pieces: [LinePiece], settings: GraphicsSettings) {
        let tinted = pieces.indices.filter { pieces[$0].isTinted(settings) }
        guard !tinted.isEmpty, tinted.count < pieces.count else {
            others = pieces
            return
        }
        // A table in pale or coloured lines is left alone.
        let length = { (indices: [Int]) in indices.reduce(0) { $0 + pieces[$1].line.length } }
        let all = length(Array(pieces.indices))
        let isTint = Set(tinted)
        guard 2 * length(tinted) < all else {
            others = pieces
            return
        }
        let dark = [Axis.horizontal, .vertical].map { axis in
            CrossingLines(
                pieces.indices.filter { !isTint.contains($0) && pieces[$0].line.axis == axis }.map { pieces[$0].line })
        }
        var stray: Set<Int> = []
        var orders: Set<Int> = []
        for index in tinted where pieces[index].line.length <= settings.longestStroke {
            let line = pieces[index].line
            let across = dark[line.axis == .horizontal ? 1 : 0]
            let ends = [line.start, line.end].count { across.meets(line.position, $0, within: settings.endReach) }
            let isCut = across.crossInside(line, margin: settings.endReach)
            if ends == 0 || ends == 1 && isCut { stray.insert(index) }
            if isCut, ends < 2 { orders.insert(pieces[index].order) }
        }
        // The frame of a stamp may touch a rule with a side or a corner.
        let frames = Dictionary(
            grouping: tinted.filter {
                orders.contains(pieces[$0].order) && pieces[$0].line.length <= settings.longestStroke
            }
        ) { pieces[$0].order }
        for sides in frames.values where BoxedCells(settings: settings).isBox(sides.map { pieces[$0] }) {
            stray.formUnion(sides)
        }
        // What lies across the table's rules is drawn in one go with the rest of its figure.
        guard !orders.isEmpty else {
            others = pieces
            return
        }
        let colors = Set(tinted.filter { orders.contains(pieces[$0].order) }.map { pieces[$0].color })
        others = pieces.indices.filter { !(stray.contains($0) && colors.contains(pieces[$0].color)) }.map { pieces[$0] }
    }
}

extension LinePiece {
    fileprivate func isTinted(_ settings: GraphicsSettings) -> Bool {
        color.luminance >= settings.tintedLineLuminance || color.isChromatic
    }
}

/// Lines of one axis by their position.
private struct CrossingLines {
    private let lines: [RulingLine]

    init(_ lines: [RulingLine]) { self.lines = lines.sorted { $0.position < $1.position } }

    /// Whether a line passes a point of a line across.
    ///
    /// - Parameters:
    ///   - place: Where the point lies along these lines.
    ///   - position: Where it lies across them.
    func meets(_ place: Double, _ position: Double, within reach: Double) -> Bool {
        any(from: position - reach, to: position + reach) { $0.start - reach <= place && place <= $0.end + reach }
    }

    /// Whether a line runs through one across, away from its ends.
    func crossInside(_ line: RulingLine, margin: Double) -> Bool {
        any(from: line.start + margin, to: line.end - margin) {
            $0.start + margin <= line.position && line.position <= $0.end - margin
        }
    }

    private func any(from low: Double, to high: Double, where holds: (RulingLine) -> Bool) -> Bool {
        var first = lines.firstIndex(beyond: { $0.position >= low })
        while first < lines.count, lines[first].position <= high {
            if holds(lines[first]) { return true }
            first += 1
        }
        return false
    }
}
