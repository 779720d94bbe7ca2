internal import PageImage
internal import PageModel

/// The way from the upright, straight picture to the page as displayed.
struct PictureFrame {
    private let turn: QuarterTurn
    private let scale: Double
    private let width: Double
    private let height: Double
    private let origin: Point
    /// How far what the picture shows lies askew on the page.
    let skew: Skew

    /// - Parameters:
    ///   - width: Of what the picture shows, as displayed, in points.
    ///   - height: Likewise.
    ///   - origin: Its top left corner on the page.
    init(page: PagePicture, width: Double, height: Double, origin: Point = Point(x: 0, y: 0)) {
        turn = page.turn
        scale = page.pointsPerPixel
        self.width = width
        self.height = height
        self.origin = origin
        skew =
            page.skew == 0
            ? .none
            : Skew(degrees: page.skew, center: Point(x: origin.x + width / 2, y: origin.y + height / 2))
    }

    /// - Parameter box: Pixels.
    func onPage(_ box: Rect) -> Rect {
        turned(Rect(x0: box.x0 * scale, y0: box.y0 * scale, x1: box.x1 * scale, y1: box.y1 * scale))
    }

    /// - Parameter line: Points.
    func onPage(_ line: RulingLine) -> RulingLine {
        let box = turned(line.box)
        let axis = turn.isUpright ? line.axis : line.axis.other
        return RulingLine(
            axis: axis, position: axis == .horizontal ? box.midY : box.midX,
            start: axis == .horizontal ? box.x0 : box.y0, end: axis == .horizontal ? box.x1 : box.y1,
            thickness: line.thickness, origin: line.origin, isDashed: line.isDashed)
    }

    /// Turns the upright picture's box clockwise with the text and puts it in its place.
    private func turned(_ box: Rect) -> Rect {
        let turned =
            switch turn {
            case .none: box
            case .clockwise: Rect(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
            case .half: Rect(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
            case .counterclockwise: Rect(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
            }
        return Rect(
            x0: turned.x0 + origin.x, y0: turned.y0 + origin.y, x1: turned.x1 + origin.x, y1: turned.y1 + origin.y)
    }
}
