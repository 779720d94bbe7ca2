internal import PageModel

/// A round corner stroked by itself: not a part of the path of either side.
struct CornerArc {
    var from: Point
    var to: Point
}

/// Makes boxes of sides and round corners that were stroked one by one: each side reaches to where the two would meet,
/// and the sides of one box count as painted in one go.
struct LooseCorners {
    private let settings: GraphicsSettings

    init(settings: GraphicsSettings) { self.settings = settings }

    /// The pieces in painting order, with the ends that a corner joins brought together.
    ///
    /// - Complexity: O(n log n) for n pieces and corners; nothing to do on a page without corners.
    func squared(_ pieces: [LinePiece], at corners: [CornerArc]) -> [LinePiece] {
        guard !corners.isEmpty else { return pieces }
        var squared = pieces
        let ends = LineEnds(pieces, reach: settings.endReach)
        var sets = DisjointSets(count: pieces.count)
        for corner in corners {
            guard let (lying, standing) = sides(of: corner, among: pieces, ends) else { continue }
            let meeting = Point(x: pieces[standing].line.position, y: pieces[lying].line.position)
            squared[lying].line.reach(meeting.x)
            squared[standing].line.reach(meeting.y)
            sets.unite(lying, standing)
        }
        var lastOrder: [Int: Int] = [:]
        for index in pieces.indices {
            let box = sets.root(of: index)
            lastOrder[box] = max(lastOrder[box] ?? 0, pieces[index].order)
        }
        for index in pieces.indices {
            squared[index].order = lastOrder[sets.root(of: index)] ?? squared[index].order
        }
        return squared.indices.sorted { (squared[$0].order, $0) < (squared[$1].order, $1) }.map { squared[$0] }
    }

    /// The lying and the standing line that the corner leads from one to the other.
    private func sides(
        of corner: CornerArc, among pieces: [LinePiece], _ ends: LineEnds
    ) -> (lying: Int, standing: Int)? {
        let (first, second) = (ends.near(corner.from), ends.near(corner.to))
        for (one, other) in [(first, second), (second, first)] {
            let lying = one.filter { pieces[$0].line.axis == .horizontal }
            let standing = other.filter { pieces[$0].line.axis == .vertical }
            if lying.count == 1, standing.count == 1 { return (lying[0], standing[0]) }
        }
        return nil
    }
}

/// Lines by the places of their two ends.
private struct LineEnds {
    private struct Place: Hashable {
        var column: Int
        var row: Int
    }

    private let pieces: [LinePiece]
    private let reach: Double
    private var byPlace: [Place: [Int]] = [:]

    /// Places are counted up to this far from the page's corner.
    private static let places = 1e6

    /// - Parameter reach: Side of a place, in points; ends are found no farther away than this.
    init(_ pieces: [LinePiece], reach: Double) {
        self.pieces = pieces
        self.reach = reach
        for (index, piece) in pieces.enumerated() where !piece.isDot {
            for end in piece.line.ends { byPlace[place(of: end), default: []].append(index) }
        }
    }

    /// Lines that end at a point, within a stroke's width.
    func near(_ point: Point) -> [Int] {
        let home = place(of: point)
        var found: [Int] = []
        for column in (home.column - 1)...(home.column + 1) {
            for row in (home.row - 1)...(home.row + 1) {
                for index in byPlace[Place(column: column, row: row)] ?? []
                where pieces[index].line.ends.contains(where: { isClose($0, point, pieces[index].line.thickness) }) {
                    found.append(index)
                }
            }
        }
        return Array(Set(found))
    }

    private func isClose(_ one: Point, _ other: Point, _ width: Double) -> Bool {
        max(abs(one.x - other.x), abs(one.y - other.y)) <= min(reach, max(width, LineEnds.slack))
    }

    /// How far apart ends that meet may be, in points.
    private static let slack = 0.5

    private func place(of point: Point) -> Place {
        let count = { (value: Double) in Int(min(max(value / reach, -Self.places), Self.places).rounded(.down)) }
        return Place(column: count(point.x), row: count(point.y))
    }
}

extension RulingLine {
    fileprivate var ends: [Point] {
        axis == .horizontal
            ? [Point(x: start, y: position), Point(x: end, y: position)]
            : [Point(x: position, y: start), Point(x: position, y: end)]
    }

    fileprivate mutating func reach(_ place: Double) {
        start = min(start, place)
        end = max(end, place)
    }
}
