internal import PageModel

/// Makes a cell's text from the fragments that stand in it.
struct CellText {
    let settings: TableSettings

    struct Content {
        var lines: [TextLine]
        var text: String
        var confidence: Double
        var repairs: Set<TextRepair>
    }

    /// - Parameter box: The cell; its right side less the text's left margin tells how far a line could have reached.
    func content(of fragments: [TextFragment], in box: Rect) -> Content {
        guard !fragments.isEmpty else { return Content(lines: [], text: "", confidence: 1, repairs: []) }
        let turn = commonTurn(of: fragments)
        let upright = turn == .none ? fragments : fragments.map { $0.turnedUpright(from: turn) }
        let frame = turn == .none ? box : box.turnedUpright(from: turn)
        let lines = LineBuilder(settings: settings).lines(of: upright)
        let left = lines.map(\.box.x0).min() ?? frame.x0
        let right = max(lines.map(\.box.x1).max() ?? frame.x1, frame.x1 - max(0, left - frame.x0))
        let text = TextJoin(settings: settings).text(of: lines, right: right)
        let printed =
            turn == .none
            ? lines
            : lines.map { line in
                TextLine(
                    fragments: line.fragments.map { $0.turned(to: turn) }, box: line.box.turned(to: turn),
                    text: line.text)
            }
        return Content(
            lines: printed, text: text, confidence: fragments.map(\.confidence).min() ?? 1,
            repairs: lines.count > 1 ? [.wrapJoined] : [])
    }

    private func commonTurn(of fragments: [TextFragment]) -> QuarterTurn {
        guard fragments.contains(where: { $0.rotation != .none }) else { return .none }
        var counts: [QuarterTurn: Int] = [:]
        for fragment in fragments { counts[fragment.rotation, default: 0] += fragment.glyphs.count }
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
    }
}

extension Rect {
    /// The box in a frame in which text turned by `turn` stands upright; the frame's origin is that of the page.
    func turnedUpright(from turn: QuarterTurn) -> Rect {
        switch turn {
        case .none: self
        case .clockwise: Rect(x0: y0, y0: -x1, x1: y1, y1: -x0)
        case .half: Rect(x0: -x1, y0: -y1, x1: -x0, y1: -y0)
        case .counterclockwise: Rect(x0: -y1, y0: x0, x1: -y0, y1: x1)
        }
    }

    /// Undoes `turnedUpright(from:)`.
    func turned(to turn: QuarterTurn) -> Rect {
        switch turn {
        case .none: self
        case .clockwise: Rect(x0: -y1, y0: x0, x1: -y0, y1: x1)
        case .half: Rect(x0: -x1, y0: -y1, x1: -x0, y1: -y0)
        case .counterclockwise: Rect(x0: y0, y0: -x1, x1: y1, y1: -x0)
        }
    }
}

extension TextFragment {
    func turnedUpright(from turn: QuarterTurn) -> TextFragment {
        mapped { $0.turnedUpright(from: turn) }
    }

    func turned(to turn: QuarterTurn) -> TextFragment {
        mapped { $0.turned(to: turn) }
    }

    /// The same text with every box moved by `transform`.
    func mapped(_ transform: (Rect) -> Rect) -> TextFragment {
        var copy = self
        copy.glyphs = ArraySlice(glyphs.map { Glyph(scalar: $0.scalar, box: transform($0.box)) })
        copy.box = transform(box)
        return copy
    }
}
