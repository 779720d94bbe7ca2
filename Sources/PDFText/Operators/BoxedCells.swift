internal import PageModel

/// Closes the gaps of tables whose cells are boxes of their own, so that neighbours share a border.
struct BoxedCells {
    let settings: GraphicsSettings

    /// One box and the lines that are its sides.
    private struct Box {
        var rect: Rect
        var sides: [Int]
    }

    /// Fewer lines are no such table.
    var fewestSides: Int { 4 * settings.fewestBoxes }

    /// The lines, with those of evenly spaced boxes moved to the middle of the gaps between them; other lines are left as
    /// they are, and so are boxes that share their sides or stand close enough to be taken for sharing them.
    ///
    /// - Complexity: O(n log n) for n lines, times the lines that begin at one corner.
    func closed(_ lines: [RulingLine]) -> [RulingLine] {
        let boxes = boxes(of: lines)
        guard boxes.count >= settings.fewestBoxes else { return lines }
        let across = commonGap(boxes.map { ($0.rect.x0, $0.rect.x1, $0.rect.y0, $0.rect.y1) })
        let down = commonGap(boxes.map { ($0.rect.y0, $0.rect.y1, $0.rect.x0, $0.rect.x1) })
        guard let across, let down, max(across, down) >= settings.smallestBoxGap else { return lines }
        var closed = lines
        for box in boxes {
            let rect = Rect(
                x0: box.rect.x0 - across / 2, y0: box.rect.y0 - down / 2, x1: box.rect.x1 + across / 2,
                y1: box.rect.y1 + down / 2)
            for (side, index) in box.sides.enumerated() {
                let isLying = closed[index].axis == .horizontal
                closed[index].start = isLying ? rect.x0 : rect.y0
                closed[index].end = isLying ? rect.x1 : rect.y1
                closed[index].position = [rect.y0, rect.y1, rect.x0, rect.x1][side]
            }
        }
        return closed
    }

    /// Boxes of four lines that no other box uses.
    private func boxes(of lines: [RulingLine]) -> [Box] {
        let lying = lines.indices.filter { lines[$0].axis == .horizontal }
        let standing = lines.indices.filter { lines[$0].axis == .vertical }
        let uppers = CornerIndex(
            lying.map { ($0, Point(x: lines[$0].start, y: lines[$0].position)) }, settings.boxCorner)
        let posts = CornerIndex(
            standing.map { ($0, Point(x: lines[$0].position, y: lines[$0].start)) }, settings.boxCorner)
        var boxes: [Box] = []
        var uses: [Int: Int] = [:]
        for top in lying {
            let line = lines[top]
            guard let left = posts.only(at: Point(x: line.start, y: line.position)),
                let right = posts.only(at: Point(x: line.end, y: line.position)), left != right,
                abs(lines[left].end - lines[right].end) <= settings.boxCorner,
                let bottom = uppers.only(at: Point(x: line.start, y: lines[left].end)), bottom != top,
                abs(lines[bottom].end - line.end) <= settings.boxCorner
            else { continue }
            boxes.append(
                Box(
                    rect: Rect(x0: line.start, y0: line.position, x1: line.end, y1: lines[bottom].position),
                    sides: [top, bottom, left, right]))
            for side in [top, bottom, left, right] { uses[side, default: 0] += 1 }
        }
        return boxes.filter { $0.sides.allSatisfy { uses[$0] == 1 } }
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

/// Lines by where they begin.
private struct CornerIndex {
    private struct Place: Hashable {
        var column: Int
        var row: Int
    }

    private var byPlace: [Place: [(index: Int, point: Point)]] = [:]
    private let reach: Double

    /// - Parameter reach: How far a corner may be missed; more than 0.
    init(_ corners: [(Int, Point)], _ reach: Double) {
        self.reach = reach
        for (index, point) in corners { byPlace[place(point), default: []].append((index, point)) }
    }

    /// The line that begins at a point, nil where none or several do.
    func only(at point: Point) -> Int? {
        let home = place(point)
        var found: Int?
        for column in (home.column - 1)...(home.column + 1) {
            for row in (home.row - 1)...(home.row + 1) {
                for (index, other) in byPlace[Place(column: column, row: row)] ?? []
                where abs(other.x - point.x) <= reach && abs(other.y - point.y) <= reach {
                    if found != nil { return nil }
                    found = index
                }
            }
        }
        return found
    }

    private func place(_ point: Point) -> Place {
        let bound = 1e9
        let cell = { (value: Double) in Int(min(max(value / (2 * reach), -bound), bound).rounded(.down)) }
        return Place(column: cell(point.x), row: cell(point.y))
    }
}
