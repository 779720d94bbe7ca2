internal import PageModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The transform x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes it.
struct Matrix: Equatable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    static let identity = Matrix()

    /// First `self`, then `next`.
    func followed(by next: Matrix) -> Matrix {
        Matrix(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d,
            c: c * next.a + d * next.c, d: c * next.b + d * next.d,
            e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
    }

    func apply(_ x: Double, _ y: Double) -> Point { Point(x: a * x + c * y + e, y: b * x + d * y + f) }

    /// The box around the image of a box.
    func apply(_ box: Rect) -> Rect {
        let corners = [
            apply(box.x0, box.y0), apply(box.x1, box.y0), apply(box.x1, box.y1), apply(box.x0, box.y1),
        ]
        var result = Rect(x0: corners[0].x, y0: corners[0].y, x1: corners[2].x, y1: corners[2].y)
        for corner in corners {
            result = result.union(Rect(x0: corner.x, y0: corner.y, x1: corner.x, y1: corner.y))
        }
        return result
    }

    /// The mean factor by which lengths grow.
    var scale: Double { abs(a * d - b * c).squareRoot() }

    /// Length of the image of the unit step along y.
    var verticalScale: Double { (c * c + d * d).squareRoot() }

    /// The angle of the image of the x axis, clockwise where y points down, 0..<360.
    var degrees: Double {
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? (angle + 360 >= 360 ? 0 : angle + 360) : angle
    }

    /// From the user space of a page to page space: the visible box's corner to the origin, y down, turned by /Rotate.
    static func page(box: Rect, rotation: QuarterTurn) -> Matrix {
        switch rotation {
        case .none: Matrix(a: 1, b: 0, c: 0, d: -1, e: -box.x0, f: box.y1)
        case .clockwise: Matrix(a: 0, b: 1, c: 1, d: 0, e: -box.y0, f: -box.x0)
        case .half: Matrix(a: -1, b: 0, c: 0, d: 1, e: box.x1, f: -box.y0)
        case .counterclockwise: Matrix(a: 0, b: -1, c: -1, d: 0, e: box.y1, f: box.x1)
        }
    }
}
