internal import PageModel

/// What the picture of a page says, in page space: points, origin at the top left of the page as displayed, the page put
/// straight.
struct PictureText {
    var runs: [TextRun]
    var rulings: [RulingLine]
    var skew: Skew
}

/// Reads the picture of a page with a recogniser of lines.
struct PictureReader {
    let recognizer: any LineRecognizer
    let settings: OCRSettings

    /// Reads the whole picture.
    ///
    /// - Parameters:
    ///   - page: The page that the picture shows.
    ///   - parts: Where to read, in page space; nil for everywhere.
    func read(_ picture: ColorImage, on page: PageContent, within parts: [Rect]? = nil) throws(OCRError) -> PictureText
    {
        let scale = page.width / Double(max(picture.width, 1))
        var light = levelled(picture, scale: scale)
        if let parts { light = light.whitened(outside: parts.map { PixelBox($0, pointsPerPixel: scale) }) }
        let upright = try upright(light, pointsPerPixel: scale)
        return try text(of: upright, width: page.width, height: page.height)
    }

    /// Reads what stands at the places of some runs.
    func read(_ runs: [TextRun], in picture: ColorImage, of page: PageContent) throws(OCRError) -> [String] {
        let scale = page.width / Double(max(picture.width, 1))
        let light = levelled(picture, scale: scale)
        let crops = runs.map { run in
            let box = run.box.expandedBy(0.12 * min(run.box.width, run.box.height))
            return light.cropped(to: PixelBox(box, pointsPerPixel: scale)).turned(run.rotation.undone)
        }
        return try recognizer.read(crops).map(\.text)
    }

    /// A page with text of its own and the ruling lines of its picture, put straight.
    func ruled(_ page: PageContent, by picture: ColorImage) -> PageContent {
        let scale = page.width / Double(max(picture.width, 1))
        var counts: [QuarterTurn: Int] = [:]
        for run in page.runs { counts[run.rotation, default: 0] += run.glyphs.count }
        let turn = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
        let prepared = PagePicture(
            levelled: levelled(picture, scale: scale), turn: turn, pointsPerPixel: scale, settings: settings)
        let frame = PictureFrame(page: prepared, pageWidth: page.width, pageHeight: page.height)
        var ruled = page
        ruled.rulings = prepared.rulings.map(frame.onPage)
        ruled.skew = prepared.pageSkew(width: page.width, height: page.height)
        ruled.runs = page.runs.map { $0.straightened(ruled.skew) }
        return ruled
    }

    private func levelled(_ picture: ColorImage, scale: Double) -> GrayImage {
        let gray = SealFilter(settings: settings.seals, pointsPerPixel: scale).gray(picture)
        return PaperLight(settings: settings.light, pointsPerPixel: scale).levelled(gray)
    }

    /// A page's picture with what was read of it to see whether it stands upright.
    private struct Sampled {
        var page: PagePicture
        /// By the place among the page's lines.
        var readings: [Int: LineReading]
        var confidence: Double
    }

    /// The page's picture turned so that it reads best.
    private func upright(_ image: GrayImage, pointsPerPixel: Double) throws(OCRError) -> Sampled {
        func turned(_ turn: QuarterTurn) -> PagePicture {
            PagePicture(levelled: image, turn: turn, pointsPerPixel: pointsPerPixel, settings: settings)
        }
        var page = turned(.none)
        if page.lyingShare < settings.lyingShare {
            let sideways = turned(.clockwise)
            if sideways.lyingShare > page.lyingShare { page = sideways }
        }
        let turn = page.turn
        var best = try sampled(page)
        // Where it reads badly, upside down first, then the ways that the form of the lines spoke against.
        for other in [turn.opposite, turn.aside, turn.aside.opposite] {
            guard best.confidence < settings.uprightConfidence else { break }
            let candidate = try sampled(turned(other))
            if candidate.confidence > best.confidence { best = candidate }
        }
        return best
    }

    /// Reads a sample of the longer lines; a page without any counts as upright.
    private func sampled(_ page: PagePicture) throws(OCRError) -> Sampled {
        let long = page.lines.indices.filter { index in
            let line = page.lines[index]
            return line.width >= 3 * line.height && line.width <= 20 * line.height
                && Double(line.height) >= 0.7 * page.characterHeight
        }
        guard !long.isEmpty else {
            return Sampled(page: page, readings: [:], confidence: page.lines.count < 4 ? 1 : 0)
        }
        let stride = max(1, long.count / settings.uprightSample)
        let sample = long.indices.filter { $0 % stride == 0 }.prefix(settings.uprightSample).map { long[$0] }
        let readings = try recognizer.read(sample.map { page.crop(of: page.lines[$0]).image })
        let confidence = readings.reduce(0) { $0 + $1.meanConfidence } / Double(max(readings.count, 1))
        return Sampled(
            page: page, readings: Dictionary(uniqueKeysWithValues: zip(sample, readings)), confidence: confidence)
    }

    private func text(of sampled: Sampled, width: Double, height: Double) throws(OCRError) -> PictureText {
        let page = sampled.page
        let frame = PictureFrame(page: page, pageWidth: width, pageHeight: height)
        let crops = page.lines.map { page.crop(of: $0) }
        let unread = crops.indices.filter { sampled.readings[$0] == nil }
        var readings = sampled.readings
        for (index, reading) in zip(unread, try recognizer.read(unread.map { crops[$0].image })) {
            readings[index] = reading
        }
        var runs: [TextRun] = []
        let mender = ReadingMender(settings: settings, knowsPlaces: recognizer.name == "ppocr")
        for index in crops.indices {
            guard let plain = readings[index] else { continue }
            let (line, crop) = (page.lines[index], crops[index])
            let em = emHeight(of: plain, line: line, page: page)
            let reading = mender.mended(plain, crop: crop.image, em: em)
            guard reading.meanConfidence >= settings.leastConfidence,
                let run = run(reading, line: line, origin: crop.origin, page: page, frame: frame)
            else { continue }
            runs.append(run)
        }
        return PictureText(
            runs: runs, rulings: page.rulings.map(frame.onPage), skew: page.pageSkew(width: width, height: height))
    }

    private func run(
        _ reading: LineReading, line: PixelBox, origin: (x: Int, y: Int), page: PagePicture, frame: PictureFrame
    ) -> TextRun? {
        let height = emHeight(of: reading, line: line, page: page)
        let middle = Double(line.y0 + line.y1) / 2
        let glyphs = reading.characters.map { character -> Glyph in
            let box = Rect(
                x0: Double(origin.x) + character.start, y0: middle - height / 2, x1: Double(origin.x) + character.end,
                y1: middle + height / 2)
            return Glyph(scalar: character.scalar, box: frame.onPage(box))
        }
        guard glyphs.contains(where: { $0.scalar != " " }) else { return nil }
        let style = TextStyle(font: "", size: height * page.pointsPerPixel, color: .black)
        return TextRun(
            glyphs: glyphs, style: style, rotation: page.turn, source: .ocr, confidence: reading.confidence)
    }

    /// A line of digits or dashes is lower than the font in which it is set.
    private func emHeight(of reading: LineReading, line: PixelBox, page: PagePicture) -> Double {
        let hasFullHeight = reading.characters.contains {
            $0.scalar.value >= 0x2E80 && $0.scalar != "一" && !(0x3000...0x303F).contains($0.scalar.value)
                && !(0xFF00...0xFFEF).contains($0.scalar.value)
        }
        let height = Double(line.height)
        if hasFullHeight { return height }
        return max(min(height / 0.72, max(page.characterHeight, height)), 0.6 * page.characterHeight)
    }
}

/// The way from the upright, straight picture to the page as displayed.
struct PictureFrame {
    private let turn: QuarterTurn
    private let scale: Double
    private let pageWidth: Double
    private let pageHeight: Double

    init(page: PagePicture, pageWidth: Double, pageHeight: Double) {
        turn = page.turn
        scale = page.pointsPerPixel
        self.pageWidth = pageWidth
        self.pageHeight = pageHeight
    }

    /// - Parameter box: Pixels.
    func onPage(_ box: Rect) -> Rect {
        turned(Rect(x0: box.x0 * scale, y0: box.y0 * scale, x1: box.x1 * scale, y1: box.y1 * scale))
    }

    /// - Parameter line: Points.
    func onPage(_ line: RulingLine) -> RulingLine {
        guard turn != .none else { return line }
        let box = turned(line.box)
        let axis = turn.isUpright ? line.axis : line.axis.other
        return RulingLine(
            axis: axis, position: axis == .horizontal ? box.midY : box.midX,
            start: axis == .horizontal ? box.x0 : box.y0, end: axis == .horizontal ? box.x1 : box.y1,
            thickness: line.thickness, origin: line.origin, isDashed: line.isDashed)
    }

    /// Turns the upright page's box clockwise with the text.
    private func turned(_ box: Rect) -> Rect {
        switch turn {
        case .none: box
        case .clockwise: Rect(x0: pageWidth - box.y1, y0: box.x0, x1: pageWidth - box.y0, y1: box.x1)
        case .half:
            Rect(
                x0: pageWidth - box.x1, y0: pageHeight - box.y1, x1: pageWidth - box.x0, y1: pageHeight - box.y0)
        case .counterclockwise: Rect(x0: box.y0, y0: pageHeight - box.x1, x1: box.y1, y1: pageHeight - box.x0)
        }
    }
}

extension TextRun {
    /// The run on the page put straight.
    func straightened(_ skew: Skew) -> TextRun {
        guard skew.degrees != 0 else { return self }
        var run = self
        run.glyphs = glyphs.map { Glyph(scalar: $0.scalar, box: skew.straightened($0.box)) }
        run.box = run.glyphs.map(\.box).union ?? box
        return run
    }
}

extension LineReading {
    /// How sure the characters are on the whole; 0 for none.
    var meanConfidence: Double {
        characters.isEmpty ? 0 : characters.reduce(0) { $0 + $1.confidence } / Double(characters.count)
    }
}
