internal import PageModel

/// A piece of a line as painted, before it is known what it shows against and what it belongs to.
struct LinePiece {
    var line: RulingLine
    var color: RGB
    /// Number of the painting operation; later ones cover earlier ones.
    var order: Int
    /// Too short to tell its direction: a dot, part of a dotted line along either axis or of none.
    var isDot = false
}

/// A filled area as painted.
struct PaintedArea {
    var area: FilledArea
    var order: Int
    /// Nothing below it shows through.
    var isOpaque = true
}

/// Gathers what painting operators put on the page, cut to the clip.
struct GraphicsCollector {
    let settings: GraphicsSettings
    var pieces: [LinePiece] = []
    /// Round corners that are no part of the path of a side.
    private(set) var corners: [CornerArc] = []
    var areas: [PaintedArea] = []
    var images: [PlacedImage] = []
    var shows: [TextShow] = []
    /// Whether a font of right-to-left letters shows text.
    var isRightToLeft = false
    var curveCount = 0
    /// Drawing a field or a free text: its lines are no rules, its ground may hide what is below.
    var isTyped = false
    /// Opaque areas painted after the first text.
    var covers: [PaintedCover] = []
    /// The same of pictures.
    private var pictureCovers: [PaintedCover] = []
    private(set) var order = 0
    private var lastSheet: (sheet: PaintedSheet, order: Int)?

    init(settings: GraphicsSettings) { self.settings = settings }

    mutating func fill(_ path: PathBuffer, evenOdd: Bool, color: RGB, isOpaque: Bool = true, clip: ClipBox) {
        order += 1
        if let box = path.singleBox {
            return add(box, origin: .thinRectangle, color: color, isOpaque: isOpaque, clip: clip)
        }
        let shapes = FilledShapes(filling: path, evenOdd: evenOdd, settings: settings)
        curveCount += shapes.curveCount
        for box in shapes.boxes {
            add(box, origin: .thinRectangle, color: color, isOpaque: isOpaque, clip: clip)
        }
    }

    /// - Parameters:
    ///   - width: Of the stroke, in points as displayed.
    ///   - isDashed: With gaps wide enough to be seen.
    mutating func stroke(_ path: PathBuffer, width: Double, isDashed: Bool, color: RGB, clip: ClipBox) {
        order += 1
        let path = path.withSquareCorners(radius: settings.cornerRadius, isStraight: settings.isAxisParallel)
        if !isTyped { corners += path.loneArcs(radius: settings.cornerRadius) }
        var previous: PathBuffer.Element?
        for element in path.elements {
            defer { previous = element }
            guard element.kind != .move, let from = previous else { continue }
            let dx = element.x - from.x
            let dy = element.y - from.y
            guard element.kind != .curve, settings.isAxisParallel(dx, dy) else {
                curveCount += 1
                continue
            }
            let half = width / 2
            let box =
                abs(dx) >= abs(dy)
                ? Rect(
                    x0: from.x, y0: (from.y + element.y) / 2 - half, x1: element.x, y1: (from.y + element.y) / 2 + half)
                : Rect(
                    x0: (from.x + element.x) / 2 - half, y0: from.y, x1: (from.x + element.x) / 2 + half, y1: element.y)
            if dx == 0, dy == 0 { continue }
            if width > settings.thinSide {
                // So wide that it is a bar, or a line across its own direction.
                add(box, origin: .stroke, color: color, clip: clip)
            } else if !isTyped, let visible = clip.visible(box) {
                append(visible, abs(dx) >= abs(dy) ? .horizontal : .vertical, .stroke, color, isDashed: isDashed)
            }
        }
    }

    /// - Parameter isOpaque: Without a mask and fully opaque: nothing below it shows.
    mutating func image(_ box: Rect, pixelWidth: Int, pixelHeight: Int, isOpaque: Bool = false, clip: ClipBox) {
        order += 1
        guard images.count < settings.imagesPerPage, let visible = clip.visible(box), visible.area > 0 else { return }
        if isOpaque, !shows.isEmpty { pictureCovers.append(PaintedCover(box: visible, order: order)) }
        images.append(PlacedImage(box: visible, pixelWidth: pixelWidth, pixelHeight: pixelHeight))
        for index in shows.indices where visible.contains(shows[index].origin) { shows[index].isCovered = true }
    }

    /// The image painted last is all that shows, as far as is known by now.
    mutating func sheet(_ sheet: PaintedSheet?) { lastSheet = sheet.map { ($0, order) } }

    /// The image that is all that shows; nil where something was painted or written over it.
    var sheet: PaintedSheet? {
        guard let lastSheet, lastSheet.order == order, shows.allSatisfy(\.isHidden) else { return nil }
        return lastSheet.sheet
    }

    /// Areas that hide text, in painting order.
    ///
    /// - Parameter page: Pictures that take up much of it are a scan over its recognised text and hide nothing.
    func hidingAreas(on page: Rect) -> [PaintedCover] {
        let pictured = pictureCovers.reduce(0) { $0 + $1.box.area }
        guard !pictureCovers.isEmpty, pictured < settings.scanCoverage * page.area else { return covers }
        return (covers + pictureCovers).sorted { $0.order < $1.order }
    }

    private mutating func add(_ box: Rect, origin: RulingLine.Origin, color: RGB, isOpaque: Bool = true, clip: ClipBox)
    {
        guard let visible = clip.visible(box) else { return }
        let long = max(visible.width, visible.height)
        let short = min(visible.width, visible.height)
        guard long > 0, long.isFinite else { return }
        let axis: Axis = visible.width >= visible.height ? .horizontal : .vertical
        if isTyped {
            if isOpaque, short > settings.thinSide { covers.append(PaintedCover(box: visible, order: order)) }
        } else if short > settings.thinSide {
            areas.append(PaintedArea(area: FilledArea(box: visible, color: color), order: order, isOpaque: isOpaque))
            if isOpaque, !shows.isEmpty { covers.append(PaintedCover(box: visible, order: order)) }
        } else if long <= settings.thinSide && long < 2.5 * short || long < settings.thinRatio * short {
            append(visible, .horizontal, origin, color, isDashed: false, isDot: true)
            append(visible, .vertical, origin, color, isDashed: false, isDot: true)
        } else {
            append(visible, axis, origin, color, isDashed: false)
        }
    }

    private mutating func append(
        _ box: Rect, _ axis: Axis, _ origin: RulingLine.Origin, _ color: RGB, isDashed: Bool, isDot: Bool = false
    ) {
        let line =
            axis == .horizontal
            ? RulingLine(
                axis: axis, position: box.midY, start: box.x0, end: box.x1, thickness: box.height, origin: origin,
                isDashed: isDashed)
            : RulingLine(
                axis: axis, position: box.midX, start: box.y0, end: box.y1, thickness: box.width, origin: origin,
                isDashed: isDashed)
        guard line.position.isFinite, line.length.isFinite else { return }
        pieces.append(LinePiece(line: line, color: color, order: order, isDot: isDot))
    }
}
