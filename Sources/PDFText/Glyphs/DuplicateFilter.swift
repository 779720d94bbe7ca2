internal import PageModel

/// Recognises a glyph that is drawn a second time at nearly the same place.
///
/// Every glyph asks, so the places are chains in flat arrays instead of a dictionary of lists.
struct DuplicateFilter {
    private struct Place {
        var scalar: UInt32
        var center: Point
        /// Index of the place before it in the same chain, plus one; 0 for none.
        var next: Int32
    }

    /// In font sizes.
    private let distance: Double
    private var places: [Place] = []
    /// For each hash of a character and a square of the page, the last place, plus one; a power of two in number.
    private var chains: [Int32] = [Int32](repeating: 0, count: 1024)
    /// Places looked at so far; grows with the number of glyphs.
    private(set) var steps = 0

    /// Side of a square, in points.
    private static let side = 8.0
    /// Squares are counted up to this far from the page's corner.
    private static let squares = 1e6
    /// Heights of glyphs up to which the distance grows.
    private static let tallest = 32.0

    init(distance: Double) { self.distance = distance }

    /// True for the first of two equal characters closer than the distance.
    mutating func isNew(_ glyph: StyledGlyph) -> Bool {
        let center = glyph.box.center
        let scalar = glyph.scalar.value
        let reach = distance * min(glyph.box.height, Self.tallest)
        for column in Self.square(center.x - reach)...Self.square(center.x + reach) {
            for row in Self.square(center.y - reach)...Self.square(center.y + reach)
            where isTaken(center, scalar, reach, in: chain(scalar, column, row)) {
                return false
            }
        }
        if places.count >= chains.count { grow() }
        insert(Place(scalar: scalar, center: center, next: 0))
        return true
    }

    private mutating func isTaken(_ center: Point, _ scalar: UInt32, _ reach: Double, in chain: Int) -> Bool {
        var index = Int(chains[chain])
        while index > 0 {
            let place = places[index - 1]
            steps += 1
            if place.scalar == scalar, abs(place.center.x - center.x) <= reach,
                abs(place.center.y - center.y) <= reach
            {
                return true
            }
            index = Int(place.next)
        }
        return false
    }

    private mutating func insert(_ place: Place) {
        let chain = chain(place.scalar, Self.square(place.center.x), Self.square(place.center.y))
        places.append(place)
        places[places.count - 1].next = chains[chain]
        chains[chain] = Int32(places.count)
    }

    private mutating func grow() {
        let known = places
        chains = [Int32](repeating: 0, count: 4 * chains.count)
        places.removeAll(keepingCapacity: true)
        for place in known { insert(place) }
    }

    private static func square(_ value: Double) -> Int {
        Int(min(max(value / side, -squares), squares).rounded(.down))
    }

    /// Multiplicative hashing by odd constants, of which the high bits count.
    private func chain(_ scalar: UInt32, _ column: Int, _ row: Int) -> Int {
        let mixed =
            UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(column)) &* 0xC2B2_AE3D_27D4_EB4F
            ^ UInt64(bitPattern: Int64(row)) &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: mixed >> 32) & (chains.count - 1)
    }
}
