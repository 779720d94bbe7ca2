internal import Glibc
internal import PageModel

/// Rays from where texts begin into their direction of writing, to be found from a point beside them.
///
/// Rays of one direction and size lie in strips; a strip knows where its rays begin. A point asks a few strips of each
/// group, however many texts there are.
struct WritingRays {
    private struct Kind: Hashable {
        var degrees: Int
        var size: Int
    }

    private struct Group {
        let degrees: Int
        let size: Double
        let cosine: Double
        let sine: Double
        /// By strip, the ascending places along the direction where rays begin.
        var strips: [Int: [Double]] = [:]

        /// Of a point: how far along the direction it lies, and how far to the left of the line through the origin.
        func place(of point: Point) -> (along: Double, across: Double) {
            (point.x * cosine + point.y * sine, point.x * sine - point.y * cosine)
        }

        func strip(_ across: Double) -> Int {
            let strip = across / (WritingRays.stripWidth * size)
            return Int(min(max(strip, -WritingRays.strips), WritingRays.strips).rounded(.down))
        }
    }

    private var groups: [Kind: Group] = [:]

    /// Width of a strip, in font sizes.
    private static let stripWidth = 0.1
    /// Strips are counted up to this far from the page's corner.
    private static let strips = 1e9
    /// Sizes in points that text may have; the rest is nonsense.
    private static let sizes = 0.01...100_000.0
    /// Sizes of one group differ by less than this factor.
    private static let sizeStep = 1.05
    /// A text may begin this many font sizes after a glyph of its own.
    private static let behind = 1.0

    init(_ shows: [TextShow]) {
        for show in shows where Self.sizes.contains(show.size) {
            let kind = Kind(
                degrees: show.angle?.rawValue ?? Int(show.angleDegrees.rounded()) % 360,
                size: Int((log(show.size) / log(Self.sizeStep)).rounded()))
            let radians = Double(kind.degrees) * .pi / 180
            var group =
                groups.removeValue(forKey: kind)
                ?? Group(
                    degrees: kind.degrees, size: pow(Self.sizeStep, Double(kind.size)), cosine: cos(radians),
                    sine: sin(radians))
            let (along, across) = group.place(of: show.origin)
            group.strips[group.strip(across), default: []].append(along)
            groups[kind] = group
        }
        groups = groups.mapValues { group in
            var sorted = group
            sorted.strips = group.strips.mapValues { $0.sorted() }
            return sorted
        }
    }

    var isEmpty: Bool { groups.isEmpty }

    /// Whether a ray of about a size passes a point at no more than `across` font sizes.
    func reach(_ point: Point, size: Double, across reach: Double) -> Bool {
        groups.values.contains { group in
            guard abs(group.size - size) <= Self.sizeStep * group.size - group.size + 0.05 * size else { return false }
            let (along, across) = group.place(of: point)
            let strips = group.strip(across - reach * size)...group.strip(across + reach * size)
            return strips.contains { group.strips[$0].map { $0[0] <= along + Self.behind * size } ?? false }
        }
    }

    /// The direction, in degrees clockwise, of the ray that begins nearest before a point.
    ///
    /// - Parameters:
    ///   - rise: How far over the ray the point may lie, in font sizes.
    ///   - drop: The same under it.
    func nearest(to point: Point, rise: Double, drop: Double) -> Int? {
        var best: (degrees: Int, along: Double)?
        for group in groups.values.sorted(by: { ($0.degrees, $0.size) < ($1.degrees, $1.size) }) {
            let (along, across) = group.place(of: point)
            for strip in group.strip(across - rise * group.size)...group.strip(across + drop * group.size) {
                guard let begins = group.strips[strip], let last = Self.last(of: begins, upTo: along) else { continue }
                if along - last < best?.along ?? .infinity { best = (group.degrees, along - last) }
            }
        }
        return best?.degrees
    }

    private static func last(of begins: [Double], upTo along: Double) -> Double? {
        let end = begins.firstIndex(beyond: { $0 > along })
        return end > 0 ? begins[end - 1] : nil
    }
}
