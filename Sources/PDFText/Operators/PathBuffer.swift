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
