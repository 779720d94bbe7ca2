internal import PageImage
internal import PageModel

/// What the picture of a page says, in page space: points, origin at the top left of the page as displayed, the page put
/// straight.
struct PictureText {
    var runs: [TextRun]
    var rulings: [RulingLine]
    var skew: Skew

    static let empty = PictureText(runs: [], rulings: [], skew: .none)
}

/// Reads the picture of a page with a recogniser of lines.
struct PictureReader {
    let recognizer: any LineRecognizer
    let settings: OCRSettings

    /// Reads the whole picture.
    ///
    /// - Parameters:
    ///   - page: The page that the picture shows.
    ///   - prepared: What was made of the picture already.
    func read(
        _ picture: LevelledPage, on page: PageContent, prepared: PagePicture? = nil
    ) throws(OCRError) -> PictureText {
        let first = prepared.flatMap { $0.turn == .none ? $0 : nil } ?? self.prepared(picture, turn: .none)
        let upright = try upright(picture.image, from: first)
        return try text(of: upright, frame: PictureFrame(page: upright.page, width: page.width, height: page.height))
    }

    /// Reads a part of the page.
    func read(_ part: PicturePart) throws(OCRError) -> PictureText {
        let upright = try upright(part.image, from: part.picture)
        guard part.isSheet || upright.confidence >= settings.documents.confidence else { return .empty }
        let scale = part.picture.pointsPerPixel
        let frame = PictureFrame(
            page: upright.page, width: Double(part.image.width) * scale, height: Double(part.image.height) * scale,
            origin: part.origin)
        return try text(of: upright, frame: frame)
    }

    /// Reads what stands at the places of some runs.
    func read(_ runs: [TextRun], in picture: LevelledPage) throws(OCRError) -> [LineReading] {
        let crops = runs.map { run in
            let box = run.box.expandedBy(settings.runMargin * min(run.box.width, run.box.height))
            let place = PixelBox(box, pointsPerPixel: picture.pointsPerPixel)
            return picture.image.cropped(to: place).turned(run.rotation.undone)
        }
        return try recognizer.read(crops)
    }

    /// A page with text of its own and the ruling lines of its picture, put straight, and the picture made ready.
    func ruled(_ page: PageContent, by picture: LevelledPage) -> (page: PageContent, prepared: PagePicture) {
        let turn = QuarterTurn.commonest(of: page.runs.lazy.map { ($0.rotation, $0.glyphs.count) })
        let prepared = prepared(picture, turn: turn)
        let frame = PictureFrame(page: prepared, width: page.width, height: page.height)
        var ruled = page
        ruled.rulings = prepared.rulings.map(frame.onPage)
        ruled.skew = frame.skew
        ruled.runs = page.runs.map { $0.straightened(ruled.skew) }
        return (ruled, prepared)
    }

    private func prepared(_ picture: LevelledPage, turn: QuarterTurn) -> PagePicture {
        PagePicture(
            levelled: picture.image, turn: turn, pointsPerPixel: picture.pointsPerPixel, settings: settings)
    }

    /// A page's picture with what was read of it to see whether it stands upright.
    private struct Sampled {
        var page: PagePicture
        /// By the line's box.
        var readings: [PixelBox: LineReading]
        var confidence: Double
    }

    /// The page's picture turned so that it reads best.
    ///
    /// - Parameter first: The picture as it stands.
    private func upright(_ image: GrayImage, from first: PagePicture) throws(OCRError) -> Sampled {
        func turned(_ turn: QuarterTurn) -> PagePicture {
            PagePicture(levelled: image, turn: turn, pointsPerPixel: first.pointsPerPixel, settings: settings)
        }
        var page = first
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
                && Double(line.height) >= settings.sampleHeight * page.characterHeight
        }
        guard !long.isEmpty else {
            return Sampled(page: page, readings: [:], confidence: page.lines.count < 4 ? 1 : 0)
        }
        let stride = max(1, long.count / settings.uprightSample)
        let sample = long.indices.filter { $0 % stride == 0 }.prefix(settings.uprightSample)
            .map { page.lines[long[$0]] }
        let readings = try recognizer.read(sample.map { page.crop(of: $0, settings: settings).image })
        let confidence = readings.reduce(0) { $0 + $1.meanConfidence } / Double(max(readings.count, 1))
        return Sampled(
            page: page, readings: Dictionary(zip(sample, readings)) { first, _ in first },
            confidence: confidence)
    }

    /// The page with its lines as the engine's detection model sees them, where ruling lines do not say what is text.
    private func detected(_ page: PagePicture) throws(OCRError) -> PagePicture {
        guard !page.lines.isEmpty, page.isGridless(settings),
            let boxes = try recognizer.findLines(in: page.unruled)
        else { return page }
        return page.detected(at: TextAreas(boxes), settings: settings)
    }

    private func text(of sampled: Sampled, frame: PictureFrame) throws(OCRError) -> PictureText {
        let page = try detected(sampled.page)
        let crops = page.lines.map { page.crop(of: $0, settings: settings) }
        let unread = crops.indices.filter { sampled.readings[page.lines[$0]] == nil }
        var readings = sampled.readings
        for (index, reading) in zip(unread, try recognizer.read(unread.map { crops[$0].image })) {
            readings[page.lines[index]] = reading
        }
        let lines = crops.indices.map { index in
            let plain = readings[page.lines[index]] ?? .empty
            let em = emHeight(of: plain, line: page.lines[index], page: page)
            return ReadLine(reading: plain, crop: crops[index].image, em: em)
        }
        let repaired = ReadingRepairs.all(settings, knowsPlaces: recognizer.tellsPlaces).applied(to: lines)
        let strays = StrayMarks(
            settings: settings.strays, characterHeight: page.characterHeight,
            rulings: page.rulings, pointsPerPixel: page.pointsPerPixel)
        let undetected = UndetectedText(settings: settings.undetected, characterHeight: page.characterHeight)
        let labels = try TurnedLabels(settings: settings.turnedLabels, page: page)
            .labels(readings: repaired, recognizer: recognizer)
        let turned = Set(labels.flatMap(\.pieces))
        let runs = repaired.indices.compactMap { index -> TextRun? in
            let line = page.lines[index]
            guard !turned.contains(index), repaired[index].meanConfidence >= settings.leastConfidence,
                !strays.isStray(repaired[index], at: line, among: page.lines),
                !page.undetected.contains(line) || undetected.isText(repaired[index], at: line)
            else { return nil }
            return run(repaired[index], line: line, origin: crops[index].origin, page: page, frame: frame)
        }
        return PictureText(
            runs: runs + labels.map { run($0, page: page, frame: frame) }, rulings: page.rulings.map(frame.onPage),
            skew: frame.skew)
    }

    private func run(_ label: TurnedLabels.Label, page: PagePicture, frame: PictureFrame) -> TextRun {
        let (width, height) = (Double(label.box.width), Double(label.box.height))
        let placement = Placement(
            turn: label.turn, width: width, height: height,
            origin: Point(x: Double(label.box.x0), y: Double(label.box.y0)))
        let glyphs = label.reading.characters.map { character in
            let box = Rect(x0: character.start, y0: 0, x1: max(character.start, character.end), y1: width)
            return Glyph(scalar: character.scalar, box: frame.onPage(placement.onPage(box)))
        }
        return TextRun(
            glyphs: glyphs, style: TextStyle(font: "", size: width * page.pointsPerPixel, color: .black),
            rotation: label.turn.relative(to: page.turn.undone), source: .ocr,
            confidence: recognizer.calibrated(label.reading.confidence))
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
        var run = TextRun(
            glyphs: glyphs, style: style, rotation: page.turn, source: .ocr,
            confidence: recognizer.calibrated(reading.confidence))
        run.misreading = reading.misreading
        return run
    }

    /// A line of digits or dashes is lower than the font in which it is set.
    private func emHeight(of reading: LineReading, line: PixelBox, page: PagePicture) -> Double {
        let hasFullHeight = reading.characters.contains {
            $0.scalar.value >= 0x2E80 && $0.scalar != "一" && !(0x3000...0x303F).contains($0.scalar.value)
                && !(0xFF00...0xFFEF).contains($0.scalar.value)
        }
        let height = Double(line.height)
        if hasFullHeight { return height }
        return max(
            min(height / settings.digitHeight, max(page.characterHeight, height)),
            settings.leastLine * page.characterHeight)
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
