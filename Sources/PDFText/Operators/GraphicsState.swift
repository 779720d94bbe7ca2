internal import PageModel

/// The box that bounds a clip path; empty where `x0 > x1` or `y0 > y1`, which `Rect` cannot be.
struct ClipBox {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double

    init(_ rect: Rect) {
        x0 = rect.x0
        y0 = rect.y0
        x1 = rect.x1
        y1 = rect.y1
    }

    static let empty: ClipBox = {
        var box = ClipBox(Rect(x0: 0, y0: 0, x1: 0, y1: 0))
        box.x1 = -1
        box.y1 = -1
        return box
    }()

    mutating func intersect(_ other: ClipBox) {
        x0 = max(x0, other.x0)
        y0 = max(y0, other.y0)
        x1 = min(x1, other.x1)
        y1 = min(y1, other.y1)
    }

    /// The visible part of a box, nil where nothing is left.
    func visible(_ box: Rect) -> Rect? {
        let left = max(x0, box.x0)
        let right = min(x1, box.x1)
        let top = max(y0, box.y0)
        let bottom = min(y1, box.y1)
        guard left <= right, top <= bottom else { return nil }
        return Rect(x0: left, y0: top, x1: right, y1: bottom)
    }

    /// The box where it leaves out a part of the page; of no size where it leaves out all.
    func cut(of page: Rect) -> Rect? {
        guard x0 > page.x0 || y0 > page.y0 || x1 < page.x1 || y1 < page.y1 else { return nil }
        guard x0 <= x1, y0 <= y1 else { return Rect(x0: x0, y0: y0, x1: x0, y1: y0) }
        return Rect(x0: x0, y0: y0, x1: x1, y1: y1)
    }

    func contains(_ point: Point, margin: Double) -> Bool {
        x0 <= x1 && y0 <= y1 && point.x >= x0 - margin && point.x <= x1 + margin && point.y >= y0 - margin
            && point.y <= y1 + margin
    }
}

/// What `q` saves and `Q` restores, as far as this stage needs it.
struct GraphicsState {
    var matrix: Matrix
    var clip: ClipBox
    var fill = RGB.black
    var stroke = RGB.black
    var fillSpace = ColorSpaceKind.device
    var strokeSpace = ColorSpaceKind.device
    var fillAlpha = 1.0
    var strokeAlpha = 1.0
    /// Mixes with what is below (Multiply and the like) instead of painting over it.
    var blends = false
    /// In user space.
    var lineWidth = 1.0
    /// Sum of the gaps of the dash pattern in user space, 0 for a solid line.
    var dashGaps = 0.0

    var font = FontCodes.whole
    var fontSize = 0.0
    var leading = 0.0
    var rise = 0.0
    var horizontalScale = 1.0
    var renderMode = 0
}
