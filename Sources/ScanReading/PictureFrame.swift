internal import PageImage
internal import PageModel

/// The way from the upright, straight picture to the page as displayed.
struct PictureFrame {
    private let scale: Double
    private let placement: Placement
    /// How far what the picture shows lies askew on the page.
    let skew: Skew

    /// - Parameters:
    ///   - width: Of what the picture shows, as displayed, in points.
    ///   - height: Likewise.
    ///   - origin: Its top left corner on the page.
    init(page: PagePicture, width: Double, height: Double, origin: Point = Point(x: 0, y: 0)) {
        scale = page.pointsPerPixel
        placement = Placement(turn: page.turn, width: width, height: height, origin: origin)
        skew =
            page.skew == 0
            ? .none
            : Skew(degrees: page.skew, center: Point(x: origin.x + width / 2, y: origin.y + height / 2))
    }

    /// - Parameter box: Pixels.
    func onPage(_ box: Rect) -> Rect {
        placement.onPage(box.scaled(by: scale))
    }

    /// - Parameter line: Points.
    func onPage(_ line: RulingLine) -> RulingLine { placement.onPage(line) }
}
