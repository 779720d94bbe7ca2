internal import Glibc

/// How far a page lies askew, as a scanner took it, and the way back to it from the straight page.
///
/// The content of a skewed page is given as if the page were turned straight about its middle; `onPage` tells where it
/// stands on the page as displayed.
public struct Skew: Hashable, Sendable {
    /// Clockwise, within ±45.
    public var degrees: Double
    public var center: Point

    public init(degrees: Double, center: Point) {
        self.degrees = degrees
        self.center = center
    }

    public static let none = Skew(degrees: 0, center: Point(x: 0, y: 0))

    /// The smallest box on the page that holds a box of the straight page.
    public func onPage(_ box: Rect) -> Rect {
        guard degrees != 0 else { return box }
        let radians = degrees * .pi / 180
        let (cosine, sine) = (cos(radians), sin(radians))
        let dx = box.midX - center.x
        let dy = box.midY - center.y
        let middle = Point(x: center.x + cosine * dx - sine * dy, y: center.y + sine * dx + cosine * dy)
        let halfWidth = (cosine * box.width + abs(sine) * box.height) / 2
        let halfHeight = (abs(sine) * box.width + cosine * box.height) / 2
        return Rect(
            x0: middle.x - halfWidth, y0: middle.y - halfHeight, x1: middle.x + halfWidth, y1: middle.y + halfHeight)
    }
}

extension Skew {
    /// A box on the page, such as a glyph's, moved to its place on the straight page; its size stays.
    public func straightened(_ box: Rect) -> Rect {
        guard degrees != 0 else { return box }
        let radians = degrees * .pi / 180
        let dx = box.midX - center.x
        let dy = box.midY - center.y
        let x = center.x + cos(radians) * dx + sin(radians) * dy
        let y = center.y - sin(radians) * dx + cos(radians) * dy
        return Rect(x0: x - box.width / 2, y0: y - box.height / 2, x1: x + box.width / 2, y1: y + box.height / 2)
    }
}
