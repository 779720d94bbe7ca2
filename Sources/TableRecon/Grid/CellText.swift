internal import PageModel

/// Makes a cell's text from the fragments that stand in it.
struct CellText {
    let settings: TableSettings

    struct Content {
        var lines: [TextLine]
        var text: String
        /// The text as it was read, where it was repaired afterwards.
        var asRead: String?
        var confidence: Double
        var repairs: Set<TextRepair>
    }

    /// - Parameter box: The cell; its right side less the text's left margin tells how far a line could have reached.
    func content(of fragments: [TextFragment], in box: Rect) -> Content {
        guard let first = fragments.first else { return Content(lines: [], text: "", confidence: 1, repairs: []) }
        // The text of nearly every cell is turned one way: no characters need to be counted.
        let turn =
            fragments.allSatisfy { $0.rotation == first.rotation }
            ? first.rotation : QuarterTurn.commonest(of: fragments.lazy.map { ($0.rotation, $0.glyphs.count) })
        let placement = Placement.aboutOrigin(turn)
        let upright = turn == .none ? fragments : fragments.map { $0.mapped(placement.upright) }
        let frame = turn == .none ? box : placement.upright(box)
        let lines = LineBuilder(settings: settings).lines(of: upright)
        let left = lines.map(\.box.x0).min() ?? frame.x0
        let right = max(lines.map(\.box.x1).max() ?? frame.x1, frame.x1 - max(0, left - frame.x0))
        let text = TextJoin(settings: settings).text(of: lines, right: right)
        let printed =
            turn == .none
            ? lines
            : lines.map { line in
                TextLine(
                    fragments: line.fragments.map { $0.mapped(placement.onPage) }, box: placement.onPage(line.box),
                    text: line.text)
            }
        return Content(
            lines: printed, text: text, asRead: asRead(upright, right: right),
            confidence: fragments.map(\.confidence).min() ?? 1,
            repairs: lines.count > 1 ? [.wrapJoined] : [])
    }
    /// The text of upright fragments with the misreadings that were repaired; nil without any.
    private func asRead(_ fragments: [TextFragment], right: Double) -> String? {
        guard fragments.contains(where: { $0.misreading != nil }) else { return nil }
        let lines = LineBuilder(settings: settings).lines(of: fragments.map(\.asRead))
        return TextJoin(settings: settings).text(of: lines, right: right)
    }
}
