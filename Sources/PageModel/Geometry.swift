/// A point in page space: PDF points (1/72 inch), origin at the top left of the crop box as displayed, y down.
public struct Point: Hashable, Codable, Sendable {
    public var x: Double
    public var y: Double

    @inlinable public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// An axis-parallel box in page space. Invariant at creation: `x0 <= x1` and `y0 <= y1`.
public struct Rect: Hashable, Codable, Sendable {
    public var x0: Double
    public var y0: Double
    public var x1: Double
    public var y1: Double

    /// Makes the box spanned by two opposite corners, in whichever order they come.
    @inlinable public init(x0: Double, y0: Double, x1: Double, y1: Double) {
        self.x0 = min(x0, x1)
        self.y0 = min(y0, y1)
        self.x1 = max(x0, x1)
        self.y1 = max(y0, y1)
    }

    @inlinable public var width: Double { x1 - x0 }
    @inlinable public var height: Double { y1 - y0 }
    @inlinable public var area: Double { width * height }
    @inlinable public var midX: Double { (x0 + x1) / 2 }
    @inlinable public var midY: Double { (y0 + y1) / 2 }
    @inlinable public var center: Point { Point(x: midX, y: midY) }

    @inlinable public func contains(_ point: Point) -> Bool {
        point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1
    }

    @inlinable public func contains(_ other: Rect) -> Bool {
        other.x0 >= x0 && other.x1 <= x1 && other.y0 >= y0 && other.y1 <= y1
    }

    /// The smallest box that holds both.
    @inlinable public func union(_ other: Rect) -> Rect {
        Rect(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }

    /// The common part, nil where the boxes do not even touch.
    @inlinable public func intersection(_ other: Rect) -> Rect? {
        let left = max(x0, other.x0)
        let right = min(x1, other.x1)
        let top = max(y0, other.y0)
        let bottom = min(y1, other.y1)
        guard left <= right, top <= bottom else { return nil }
        return Rect(x0: left, y0: top, x1: right, y1: bottom)
    }

    @inlinable public func expandedBy(_ margin: Double) -> Rect {
        Rect(x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin)
    }

    /// Length of the common part of the two boxes' x ranges, 0 where they are apart.
    @inlinable public func horizontalOverlap(_ other: Rect) -> Double { max(0, min(x1, other.x1) - max(x0, other.x0)) }

    /// Length of the common part of the two boxes' y ranges, 0 where they are apart.
    @inlinable public func verticalOverlap(_ other: Rect) -> Double { max(0, min(y1, other.y1) - max(y0, other.y0)) }
}

extension Collection where Element == Rect {
    /// The smallest box that holds all, nil for none.
    @inlinable public var union: Rect? {
        guard let head = first else { return nil }
        return dropFirst().reduce(head) { $0.union($1) }
    }
}

/// Which way a straight line runs.
public enum Axis: String, Hashable, Codable, Sendable {
    case horizontal
    case vertical

    public var other: Axis { self == .horizontal ? .vertical : .horizontal }
}
