internal import PageModel

/// The path under construction, already in page space. Curves are kept by their end points alone.
struct PathBuffer {
    enum Kind: UInt8 {
        case move
        case line
        case curve
        case close
    }

    struct Element {
        var x: Double
        var y: Double
        var kind: Kind

        mutating func move(to point: Point) {
            x = point.x
            y = point.y
        }
    }

    private(set) var elements = ContiguousArray<Element>()
    private var start = Point(x: 0, y: 0)
    private var isOpen = false

    var isEmpty: Bool { elements.isEmpty }
    var count: Int { elements.count }

    mutating func clear() {
        elements.removeAll(keepingCapacity: true)
        isOpen = false
    }

    mutating func move(_ point: Point) {
        if elements.last?.kind == .move { elements.removeLast() }
        elements.append(Element(x: point.x, y: point.y, kind: .move))
        start = point
        isOpen = true
    }

    /// A segment without a current point starts where it ends, as viewers have it.
    mutating func add(_ point: Point, _ kind: Kind) {
        guard isOpen else { return move(point) }
        if elements.last?.kind == .close { elements.append(Element(x: start.x, y: start.y, kind: .move)) }
        elements.append(Element(x: point.x, y: point.y, kind: kind))
    }

    mutating func close() {
        guard isOpen, elements.last?.kind != .close else { return }
        elements.append(Element(x: start.x, y: start.y, kind: .close))
    }

    /// Four corners in order.
    mutating func rectangle(_ first: Point, _ second: Point, _ third: Point, _ fourth: Point) {
        move(first)
        elements.append(Element(x: second.x, y: second.y, kind: .line))
        elements.append(Element(x: third.x, y: third.y, kind: .line))
        elements.append(Element(x: fourth.x, y: fourth.y, kind: .line))
        elements.append(Element(x: first.x, y: first.y, kind: .close))
    }

    /// The path as one box, nil where it is anything else. Most filled paths are, so this comes before all analysis.
    var singleBox: Rect? {
        guard elements.count == 5 || elements.count == 4, elements[1].kind == .line, elements[2].kind == .line,
            elements[3].kind == .line
        else { return nil }
        if elements.count == 5, elements[4].kind != .close { return nil }
        let (a, b, c, d) = (elements[0], elements[1], elements[2], elements[3])
        func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-6 }
        let isBox =
            near(a.y, b.y) && near(b.x, c.x) && near(c.y, d.y) && near(d.x, a.x)
            || near(a.x, b.x) && near(b.y, c.y) && near(c.x, d.x) && near(d.y, a.y)
        return isBox ? Rect(x0: a.x, y0: a.y, x1: c.x, y1: c.y) : nil
    }

    /// The box around all points, nil for an empty path.
    var bounds: ClipBox? {
        guard let first = elements.first else { return nil }
        var box = ClipBox(Rect(x0: first.x, y0: first.y, x1: first.x, y1: first.y))
        for element in elements {
            box.x0 = min(box.x0, element.x)
            box.x1 = max(box.x1, element.x)
            box.y0 = min(box.y0, element.y)
            box.y1 = max(box.y1, element.y)
        }
        return box
    }

    /// The path with its small round corners between a lying and a standing side made square: each side reaches to where
    /// the two would meet.
    ///
    /// - Parameters:
    ///   - radius: Largest distance from where a side ends to the corner.
    ///   - isStraight: Whether a segment of these extents runs along an axis.
    func withSquareCorners(radius: Double, isStraight: (Double, Double) -> Bool) -> PathBuffer {
        guard elements.contains(where: { $0.kind == .curve }) else { return self }
        var squared = self
        forEachSubpath { range in
            var index = range.lowerBound + 1
            while index < range.upperBound {
                guard elements[index].kind == .curve else {
                    index += 1
                    continue
                }
                let first = index
                while index + 1 < range.upperBound, elements[index + 1].kind == .curve { index += 1 }
                squared.square(from: first - 1, to: index, in: range, of: self, radius, isStraight)
                index += 1
            }
        }
        return squared
    }

    /// Subpaths of nothing but a curve that turns once, no larger than a round corner.
    ///
    /// - Parameter radius: Largest extent along either axis.
    func loneArcs(radius: Double) -> [CornerArc] {
        guard elements.count > 1, elements.contains(where: { $0.kind == .curve }) else { return [] }
        var arcs: [CornerArc] = []
        forEachSubpath { range in
            let (first, last) = (elements[range.lowerBound], elements[range.upperBound - 1])
            let (dx, dy) = (abs(last.x - first.x), abs(last.y - first.y))
            guard range.count > 1, range.dropFirst().allSatisfy({ elements[$0].kind == .curve }), min(dx, dy) > 0,
                max(dx, dy) <= radius
            else { return }
            arcs.append(CornerArc(from: Point(x: first.x, y: first.y), to: Point(x: last.x, y: last.y)))
        }
        return arcs
    }

    /// Brings the ends of the curves between two elements to the corner, where they make one.
    private mutating func square(
        from start: Int, to end: Int, in range: Range<Int>, of path: PathBuffer, _ radius: Double,
        _ isStraight: (Double, Double) -> Bool
    ) {
        let elements = path.elements
        // A path that begins with its corner has the side before it at its end, and the other way round.
        let closes =
            abs(elements[end].x - elements[range.lowerBound].x) < 1e-3
            && abs(elements[end].y - elements[range.lowerBound].y) < 1e-3
        let last = range.last { elements[$0].kind != .close } ?? range.lowerBound
        let before = start > range.lowerBound ? start - 1 : last - 1
        let after = closes || end == last ? range.lowerBound + 1 : end + 1
        guard range.contains(before), range.contains(after), before != start, after <= last else { return }
        let (from, to) = (elements[start], elements[end])
        let side = (from.x - elements[before].x, from.y - elements[before].y)
        let next = (elements[after].x - to.x, elements[after].y - to.y)
        let (dx, dy) = (abs(to.x - from.x), abs(to.y - from.y))
        guard max(dx, dy) <= radius, isStraight(side.0, side.1), isStraight(next.0, next.1) else { return }
        let comesLying = abs(side.0) > abs(side.1)
        guard comesLying != (abs(next.0) > abs(next.1)) else { return }
        let corner = comesLying ? Point(x: to.x, y: from.y) : Point(x: from.x, y: to.y)
        for index in start...end { self.elements[index].move(to: corner) }
        if closes {
            self.elements[range.lowerBound].move(to: corner)
            if elements[range.upperBound - 1].kind == .close { self.elements[range.upperBound - 1].move(to: corner) }
        }
        if start == range.lowerBound, elements[last].kind != .close { self.elements[last].move(to: corner) }
    }

    /// Calls `body` with the index range of each subpath.
    func forEachSubpath(_ body: (Range<Int>) -> Void) {
        var start = 0
        while start < elements.count {
            var end = start + 1
            while end < elements.count, elements[end].kind != .move { end += 1 }
            body(start..<end)
            start = end
        }
    }
}
