internal import PageModel

/// Closes the gaps of tables whose cells are boxes of their own, so that neighbours share a border.
struct BoxedCells {
    let settings: GraphicsSettings

    /// One box and the pieces that are its sides.
    private struct Box {
        var rect: Rect
        var sides: Range<Int>
    }

    /// The pieces, with those of evenly spaced boxes moved to the middle of the gaps between them; other lines are left as
    /// they are, and so are boxes that share their sides or stand close enough to be taken for sharing them.
    ///
    /// - Parameter pieces: In painting order.
    /// - Complexity: O(n log n) for n pieces.
    func closed(_ pieces: [LinePiece]) -> [LinePiece] {
        let boxes = boxes(of: pieces)
        guard boxes.count >= settings.fewestBoxes else { return pieces }
        let across = commonGap(boxes.map { ($0.rect.x0, $0.rect.x1, $0.rect.y0, $0.rect.y1) })
        let down = commonGap(boxes.map { ($0.rect.y0, $0.rect.y1, $0.rect.x0, $0.rect.x1) })
        guard let across, let down, max(across, down) >= settings.smallestBoxGap else { return pieces }
        var closed = pieces
        for box in boxes {
            let rect = Rect(
                x0: box.rect.x0 - across / 2, y0: box.rect.y0 - down / 2, x1: box.rect.x1 + across / 2,
                y1: box.rect.y1 + down / 2)
            for index in box.sides {
                var line = closed[index].line
                let isLying = line.axis == .horizontal
                let isFirst = line.position < (isLying ? rect.midY : rect.midX)
                (line.start, line.end) = isLying ? (rect.x0, rect.x1) : (rect.y0, rect.y1)
                line.position = isLying ? (isFirst ? rect.y0 : rect.y1) : (isFirst ? rect.x0 : rect.x1)
                closed[index].line = line
            }
        }
        return closed
    }

    /// Boxes that were each painted in one go.
    private func boxes(of pieces: [LinePiece]) -> [Box] {
        var boxes: [Box] = []
        var first = 0
        while first < pieces.count {
            var end = first + 1
            while end < pieces.count, pieces[end].order == pieces[first].order { end += 1 }
            if end - first == Self.sideCount, let rect = box(of: pieces[first..<end]) {
                boxes.append(Box(rect: rect, sides: first..<end))
            }
            first = end
        }
        return boxes
    }

    private static let sideCount = 4

    /// Whether lines are the four sides of one box.
    func isBox(_ pieces: [LinePiece]) -> Bool { pieces.count == Self.sideCount && box(of: pieces[...]) != nil }

    /// The box whose sides four lines are.
    private func box(of sides: ArraySlice<LinePiece>) -> Rect? {
        let lying = sides.filter { $0.line.axis == .horizontal }.map(\.line)
        let standing = sides.filter { $0.line.axis == .vertical }.map(\.line)
        guard lying.count == 2, standing.count == 2 else { return nil }
        let rect = Rect(
            x0: standing[0].position, y0: lying[0].position, x1: standing[1].position, y1: lying[1].position)
        let near = { (one: Double, other: Double) in abs(one - other) <= settings.boxCorner }
        let isBox =
            lying.allSatisfy { near($0.start, rect.x0) && near($0.end, rect.x1) }
            && standing.allSatisfy { near($0.start, rect.y0) && near($0.end, rect.y1) }
        return isBox && min(rect.width, rect.height) > 2 * settings.boxCorner ? rect : nil
    }

    /// The distance at which most boxes stand from the next one along one axis; nil where they stand in no such order.
    ///
    /// - Parameter spans: Begin and end along the axis, then across it.
    private func commonGap(_ spans: [(Double, Double, Double, Double)]) -> Double? {
        let sorted = spans.sorted { $0.0 < $1.0 }
        let begins = sorted.map(\.0)
        var gaps: [Double] = []
        for span in spans {
            var next = begins.firstIndex(beyond: { $0 >= span.1 })
            while next < sorted.count, sorted[next].0 <= span.1 + settings.widestBoxGap {
                if min(sorted[next].3, span.3) - max(sorted[next].2, span.2) > 0 {
                    gaps.append(sorted[next].0 - span.1)
                    break
                }
                next += 1
            }
        }
        guard 2 * gaps.count >= spans.count else { return nil }
        gaps.sort()
        let middle = gaps[gaps.count / 2]
        let even = gaps.count { abs($0 - middle) <= settings.boxCorner }
        return 4 * even >= 3 * gaps.count ? middle : nil
    }
}
