internal import PageImage
internal import PageModel

/// A page's picture made ready for reading: upright, straight, evenly lit, its ruling lines known and taken out.
struct PagePicture {
    /// How the page's text is turned clockwise on the page as displayed.
    var turn: QuarterTurn
    /// How far the upright page lies askew, clockwise, in degrees.
    var skew: Double
    /// Without ruling lines, the rest as it is.
    private(set) var unruled: GrayImage
    /// Nothing but text.
    var image: GrayImage
    var pointsPerPixel: Double
    /// In the space of the upright, straight picture, points.
    var rulings: [RulingLine]
    /// Pieces of lines of text, top to bottom, then left to right.
    var lines: [PixelBox]
    /// Those of them that a detection model passed over.
    var undetected: Set<PixelBox> = []
    /// Height of most of the page's characters, in pixels.
    var characterHeight: Double
    /// Part of the ink that is text, specks and ruling lines aside: most of a document's, little of a chart's.
    var textShare: Double

    /// - Parameters:
    ///   - levelled: The page as displayed, with even light.
    ///   - isSheet: Whether it is a whole sheet, on which a line from edge to edge is a streak of the scanner. A picture of a
    ///     table alone ends where the table does.
    init(
        levelled: GrayImage, turn: QuarterTurn, pointsPerPixel: Double, isSheet: Bool = true, settings: OCRSettings
    ) {
        self.turn = turn
        self.pointsPerPixel = pointsPerPixel
        let upright = levelled.turned(turn.undone)
        let uprightInk = InkMask(levelled: upright)
        let angle = SkewFinder(settings: settings.skew).angle(of: uprightInk)
        skew = angle
        let straight = upright.rotated(by: -angle)
        let lines = Self.rulings(in: straight, pointsPerPixel: pointsPerPixel, settings: settings)
        let straightInk = angle == 0 ? uprightInk : InkMask(levelled: straight)
        unruled = RulingEraser(settings: settings.eraser, pointsPerPixel: pointsPerPixel)
            .erased(lines, from: straight, ink: straightInk)
        rulings =
            !isSheet
            ? lines
            : lines.filter { line in
                let side = Double(line.axis == .horizontal ? straight.width : straight.height) * pointsPerPixel
                return line.length < settings.streak * side
            }
        let ink = InkMask(levelled: unruled)
        let text = TextLineFinder(settings: settings.lines, pointsPerPixel: pointsPerPixel)
            .lines(in: unruled, ink: ink, rulings: rulings)
        self.lines = text.lines
        characterHeight = text.characterHeight
        textShare = text.textShare
        image = unruled.whitened(ink: ink, outside: text.text)
    }

    /// Ruling lines with their gaps closed, the faint ones, too, where the others make no whole.
    private static func rulings(
        in image: GrayImage, pointsPerPixel: Double, settings: OCRSettings
    ) -> [RulingLine] {
        let found = PixelRulings.find(in: image, pointsPerPixel: pointsPerPixel, settings: settings.rulings)
        let bridge = RulingBridge(settings: settings.bridge, pointsPerPixel: pointsPerPixel)
        let lines = bridge.bridged(found, in: image)
        let faint = FaintRulings(settings: settings.faintRulings, pointsPerPixel: pointsPerPixel)
        guard faint.isIncomplete(lines) else { return lines }
        let more = faint.lines(beside: lines, in: image, rules: settings.rulings)
        guard !more.isEmpty else { return lines }
        var joining = RulingJoiner.Settings()
        joining.dashGap = 0
        joining.joinDistance = settings.bridge.offset
        return bridge.bridged(RulingJoiner(settings: joining).joined(lines: found + more), in: image)
    }

    /// The page with its text taken from where a detection model saw some.
    func detected(at areas: TextAreas, settings: OCRSettings) -> PagePicture {
        let ink = InkMask(levelled: unruled)
        let text = TextLineFinder(settings: settings.lines, pointsPerPixel: pointsPerPixel)
            .lines(in: unruled, ink: ink, rulings: rulings, areas: areas)
        var page = self
        page.lines = text.lines
        page.undetected = text.undetected
        page.characterHeight = text.characterHeight
        page.image = unruled.whitened(ink: ink, outside: text.text)
        return page
    }

    /// Whether the ruling lines make no grid: then they do not tell what is text and what belongs together.
    func isGridless(_ settings: OCRSettings) -> Bool {
        let reach = settings.bridge.anchored
        let posts = rulings.filter { $0.axis == .vertical }
        var crossings = 0
        for beam in rulings where beam.axis == .horizontal {
            crossings += posts.count { post in
                beam.start - reach <= post.position && post.position <= beam.end + reach
                    && post.start - reach <= beam.position && beam.position <= post.end + reach
            }
            if crossings >= settings.gridCrossings { return false }
        }
        return true
    }

    /// Part of the text that stands in pieces longer than high: most of it where the page stands upright or on its head.
    var lyingShare: Double {
        let area = { (boxes: [PixelBox]) in boxes.reduce(0) { $0 + $1.width * $1.height } }
        let all = area(lines)
        return all > 0 ? Double(area(lines.filter { $0.width >= 2 * $0.height })) / Double(all) : 1
    }

    /// The picture of a line with some paper around it, and where it begins.
    func crop(of line: PixelBox, settings: OCRSettings) -> (image: GrayImage, origin: (x: Int, y: Int)) {
        let margin = settings.cropMargin
        let height = max(Double(line.height), settings.leastLine * characterHeight)
        let above = max(margin.least.above, Int((height - Double(line.height)) / 2 + margin.above * height))
        let beside = max(margin.least.beside, Int(margin.beside * height))
        let box = PixelBox(
            x0: line.x0 - beside, y0: line.y0 - above, x1: line.x1 + beside, y1: line.y1 + above)
        return (image.cropped(to: box).stretched(), (box.x0, box.y0))
    }
}
