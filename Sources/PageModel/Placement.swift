/// Where something that is turned by a right angle stands on the page: the one map, both ways, between the page and a
/// space of its own in which its text stands upright.
///
/// Both spaces are in points with y down; the upright one has its origin at the top left of what is turned. A small
/// angle beside the right one is `Skew`.
public struct Placement: Hashable, Sendable {
    /// How its text is turned clockwise on the page.
    public var turn: QuarterTurn
    /// As it stands on the page.
    public var width: Double
    public var height: Double
    /// Its top left corner on the page.
    public var origin: Point

    /// - Parameters:
    ///   - width: As it stands on the page. 0, with a height of 0, turns about the origin.
    public init(turn: QuarterTurn, width: Double, height: Double, origin: Point = Point(x: 0, y: 0)) {
        self.turn = turn
        self.width = width
        self.height = height
        self.origin = origin
    }

    /// A page whose text is turned.
    public init(turn: QuarterTurn, page: Rect) {
        self.init(turn: turn, width: page.width, height: page.height, origin: Point(x: page.x0, y: page.y0))
    }

    /// Turns about the page's origin, for what is compared with its like only.
    public static func aboutOrigin(_ turn: QuarterTurn) -> Placement { Placement(turn: turn, width: 0, height: 0) }

    /// The size of what is turned once it stands upright.
    public var uprightSize: (width: Double, height: Double) { turn.isUpright ? (width, height) : (height, width) }

    /// From the page to the upright space.
    public func upright(_ box: Rect) -> Rect {
        let box = box.moved(x: -origin.x, y: -origin.y)
        return switch turn {
        case .none: box
        case .clockwise: Rect(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
        case .half: Rect(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
        case .counterclockwise: Rect(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
        }
    }

    /// From the upright space to the page.
    public func onPage(_ box: Rect) -> Rect {
        let turned =
            switch turn {
            case .none: box
            case .clockwise: Rect(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
            case .half: Rect(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
            case .counterclockwise: Rect(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
            }
        return turned.moved(x: origin.x, y: origin.y)
    }

    public func upright(_ line: RulingLine) -> RulingLine { moved(line, upright) }

    public func onPage(_ line: RulingLine) -> RulingLine { moved(line, onPage) }

    public func onPage(_ point: Point) -> Point {
        onPage(Rect(x0: point.x, y0: point.y, x1: point.x, y1: point.y)).center
    }

    private func moved(_ line: RulingLine, _ move: (Rect) -> Rect) -> RulingLine {
        let box = move(line.box)
        let axis = turn.isUpright ? line.axis : line.axis.other
        return RulingLine(
            axis: axis, position: axis == .horizontal ? box.midY : box.midX,
            start: axis == .horizontal ? box.x0 : box.y0, end: axis == .horizontal ? box.x1 : box.y1,
            thickness: line.thickness, origin: line.origin, isDashed: line.isDashed)
    }
}

extension Rect {
    /// The box at another place.
    public func moved(x: Double, y: Double) -> Rect { Rect(x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y) }
}

extension QuarterTurn {
    /// The turn that most characters have; of several the smallest, none without characters.
    ///
    /// - Parameter texts: The turn of each text and the number of its characters.
    package static func commonest(of texts: some Sequence<(turn: QuarterTurn, characters: Int)>) -> QuarterTurn {
        var counts: [QuarterTurn: Int] = [:]
        for text in texts { counts[text.turn, default: 0] += text.characters }
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
    }

    /// This turn as seen by what is turned by `other` itself.
    package func relative(to other: QuarterTurn) -> QuarterTurn {
        QuarterTurn(rawValue: (rawValue + other.undone.rawValue) % 360) ?? .none
    }
}
