internal import PageModel

/// Gathers fragments into printed lines.
struct LineBuilder {
    let settings: TableSettings

    /// The lines of the fragments, top to bottom; upright text only.
    ///
    /// - Complexity: O(n log n) for n fragments.
    func lines(of fragments: [TextFragment]) -> [TextLine] {
        let join = TextJoin(settings: settings)
        return rows(of: fragments).map { row in
            let sorted = StackedScripts(settings: settings.joining).ordered(
                row.sorted { ($0.box.x0, $0.box.y0) < ($1.box.x0, $1.box.y0) })
            return TextLine(
                fragments: sorted, box: sorted.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0),
                text: join.text(of: sorted))
        }
    }

    /// As `lines(of:)`, but a wide gap ends a line: text side by side outside tables stays apart.
    func pieces(of fragments: [TextFragment]) -> [TextLine] {
        let join = TextJoin(settings: settings)
        var pieces: [TextLine] = []
        for row in rows(of: fragments) {
            var piece: [TextFragment] = []
            var right = -Double.infinity
            let flush = { (piece: [TextFragment]) in
                guard let box = piece.map(\.box).union else { return }
                pieces.append(TextLine(fragments: piece, box: box, text: join.text(of: piece)))
            }
            for fragment in row.sorted(by: { ($0.box.x0, $0.box.y0) < ($1.box.x0, $1.box.y0) }) {
                if !piece.isEmpty, fragment.box.x0 - right > settings.joining.pieceGap * fragment.em {
                    flush(piece)
                    piece = []
                }
                piece.append(fragment)
                right = max(right, fragment.box.x1)
            }
            flush(piece)
        }
        return pieces
    }

    private func rows(of fragments: [TextFragment]) -> [[TextFragment]] {
        fragments.baselineRows(overlap: settings.joining.lineOverlap, box: \.box)
    }
}
