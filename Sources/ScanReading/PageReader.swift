public import PDFText
internal import PageImage
public import PageModel

/// Reads pages whose text cannot be had from the file, by their pictures. One for each worker: it holds the engine.
///
/// Not `Sendable`. The engine is loaded when the first page needs it.
public final class PageReader {
    private let mode: OCRMode
    private let engine: OCREngine
    private let settings: OCRSettings
    private var loaded: Result<any LineRecognizer, OCRError>?

    public init(mode: OCRMode = .auto, engine: OCREngine = .auto) {
        self.mode = mode
        self.engine = engine
        settings = OCRSettings()
    }

    /// As above, with a program that another process has started: in a sandbox none can be started.
    ///
    /// - Parameter program: A socket to the program that `engine` names.
    package convenience init(mode: OCRMode, engine: OCREngine, program: Int32) {
        self.init(mode: mode, engine: engine)
        guard case .command(let line) = engine else { return }
        do {
            loaded = .success(try CommandRecognizer(commandLine: line, connection: program))
        } catch {
            loaded = .failure(error)
        }
    }

    /// The page as its picture shows it, or as it came where its own text holds.
    ///
    /// A page that should have been read by its picture and could not be comes as its file gives it, with a note.
    public func read(_ source: SourcePage) -> PageContent {
        let page = source.content
        // A scan laid on a page of one point a pixel, or on a stamp-sized one, is read as the sheet that it is of.
        let factor = settings.sheetFactor(width: page.width, height: page.height)
        let pictures = PagePictures(stored: source.storedImage, rendered: { source.image(dpi: $0 / factor) })
        guard factor != 1 else {
            return noting(page) { () throws(OCRError) in
                try readSheet(page, shows: source.shows, pictures: pictures)
            }
        }
        return noting(page) { () throws(OCRError) in
            try readSheet(
                page.scaled(by: 1 / factor), shows: source.shows.map { $0.scaled(by: 1 / factor) }, pictures: pictures
            ).scaled(by: factor)
        }
    }

    /// The page that `body` gives, or the page itself with a note of why there is none.
    private func noting(_ page: PageContent, _ body: () throws(OCRError) -> PageContent) -> PageContent {
        do throws(OCRError) {
            var read = try body()
            if mode == .never, page.isSilentPicture {
                read.notes.append(PageNote(.ocrFailed, page: page.number, "The page is a picture, and none are read."))
            }
            return read
        } catch {
            var page = page
            page.notes.append(PageNote(.ocrFailed, page: page.number, error.message))
            return page
        }
    }

    private func readSheet(
        _ page: PageContent, shows: [TextShow], pictures: PagePictures
    ) throws(OCRError) -> PageContent {
        let judge = TrustJudge(settings: settings.trust)
        let trust: TextTrust
        switch mode {
        case .never: return page
        case .always: trust = .picture
        case .auto: trust = judge.trust(in: page, shows: shows)
        }
        switch trust {
        case .embedded: return page
        case .embeddedBesidePictures:
            let parts = PicturePart.documents(
                at: judge.unreadPictures(in: page), in: try rendered(page, pictures), of: page, settings: settings)
            guard !parts.isEmpty else { return page }
            let reader = PictureReader(recognizer: try recognizer(), settings: settings)
            var joined = page
            for part in parts { joined = joined.joined(by: try reader.read(part)) }
            return joined
        case .layer, .picture:
            let reader = PictureReader(recognizer: try recognizer(), settings: settings)
            let picture = try levelled(page, pictures)
            if trust == .layer { return try checked(page, shows: shows, picture: picture, reader: reader) }
            return page.replaced(by: try reader.read(picture, on: page), keeping: [], isWrong: mode == .auto)
        }
    }

    /// Keeps a hidden layer that agrees with the picture, and drops every other.
    private func checked(
        _ page: PageContent, shows: [TextShow], picture: LevelledPage, reader: PictureReader
    ) throws(OCRError) -> PageContent {
        let visible = page.runs.filter { run in shows.contains { !$0.isHidden && run.begins(at: $0) } }
        let judge = LayerJudge(settings: settings.layer)
        let sample = judge.sample(of: page.runs)
        let figures = judge.figures(of: page.runs).filter { !sample.contains($0) }
        let compared = (sample + figures).map { page.runs[$0] }
        let places = zip(compared, try reader.read(compared, in: picture)).map {
            LayerJudge.Place(layer: $0.text, reading: $1)
        }
        let wrong = judge.wrongFigures(places)
        let digits = compared.count { $0.glyphs.contains { $0.scalar.isDigit } }
        var prepared: PagePicture?
        if judge.isGood(Array(places.prefix(sample.count))), !judge.isWrong(wrong.count, of: digits) {
            var page = page
            for place in wrong.map({ (sample + figures)[$0] }) {
                page.runs[place].confidence = min(page.runs[place].confidence, settings.layer.doubted)
            }
            let ruled = reader.ruled(page, by: picture)
            // Right words whose places run over the lines between cells are of no use in a table.
            if !judge.crossesRulings(ruled.page) { return ruled.page }
            prepared = ruled.prepared
        }
        return page.replaced(by: try reader.read(picture, on: page, prepared: prepared), keeping: visible)
    }

    private func recognizer() throws(OCRError) -> any LineRecognizer {
        if let loaded { return try loaded.get() }
        do throws(OCRError) {
            let made = try RecognizerFactory.make(engine)
            loaded = .success(made)
            return made
        } catch {
            loaded = .failure(error)
            throw error
        }
    }

    /// The page's own image where it can be read as it is, or else the page drawn.
    private func levelled(_ page: PageContent, _ pictures: PagePictures) throws(OCRError) -> LevelledPage {
        if page.images.count == 1, settings.readsAsStored(page.images[0]), let stored = pictures.stored() {
            return LevelledPage(stored, width: page.width, settings: settings)
        }
        return LevelledPage(try rendered(page, pictures), width: page.width, settings: settings)
    }

    private func rendered(_ page: PageContent, _ pictures: PagePictures) throws(OCRError) -> ColorImage {
        guard let image = pictures.rendered(resolution(for: page)) else {
            throw OCRError(.failed, "The page cannot be drawn, so its picture cannot be read.")
        }
        return image
    }

    /// Dots per inch of the page's own picture, within bounds.
    private func resolution(for page: PageContent) -> Double {
        guard let largest = page.images.max(by: { $0.box.area < $1.box.area }), let own = largest.resolution,
            page.imageCoverage >= settings.trust.pictureCoverage
        else { return settings.drawnResolution }
        let mean = (own.across * own.down).squareRoot()
        return min(max(mean, settings.resolution.lowerBound), settings.resolution.upperBound)
    }
}

extension PageContent {
    /// The page with the picture's text in place of its own.
    ///
    /// - Parameters:
    ///   - keeping: Runs that the page shows beside its picture: where they stand, the picture's text is theirs.
    ///   - isWrong: Whether the text was judged wrong, and not only left unread.
    fileprivate func replaced(by text: PictureText, keeping kept: [TextRun], isWrong: Bool = true) -> PageContent {
        var page = self
        let kept = kept.map { $0.straightened(text.skew) }
        page.runs = kept + text.runs.filter { run in !kept.contains { $0.box.covers(run.box) } }
        if rulings.isEmpty || imageCoverage >= PictureShare.ruling {
            page.rulings = text.rulings
        } else {
            page.rulings.removeAll { rule in text.runs.contains { $0.hasStroke(rule) } }
        }
        page.skew = text.skew
        let toldOfText: Set<PageNote.Code> = [.charactersMissing, .textHidden, .textClipped]
        page.notes.removeAll { toldOfText.contains($0.code) }
        if isWrong, !runs.isEmpty {
            page.notes.append(
                PageNote(.layerReplaced, page: number, "The text of the page was wrong: its picture was read instead."))
        }
        return page
    }

    /// The page with what its pictures say beside its own text.
    fileprivate func joined(by text: PictureText) -> PageContent {
        var page = self
        page.runs += text.runs.filter { run in !runs.contains { $0.box.covers(run.box) } }
        page.rulings += text.rulings
        return page
    }
}

/// What of a page, a box or a text counts as the whole of it.
private enum PictureShare {
    /// From this part of the page on, covered by images, its ruling lines are those of the picture.
    static let ruling = 0.5
    /// A box covers another one when it holds this part of the smaller of both.
    static let covering = 0.5
    /// A run begins at an operator no further from its place than this part of the font size, or these points.
    static let showReach = 0.3
    static let leastShowReach = 1.0
}

extension Rect {
    /// Whether most of the smaller of two boxes lies in the other.
    fileprivate func covers(_ other: Rect) -> Bool {
        guard let common = intersection(other) else { return false }
        return common.area >= PictureShare.covering * min(area, other.area)
    }
}

extension TextRun {
    /// Whether a line is a stroke of one of its characters, which the page draws as outlines.
    fileprivate func hasStroke(_ line: RulingLine) -> Bool {
        let em = rotation.isUpright ? box.height : box.width
        let margin = Self.strokeMargin * em
        return line.length <= em + 2 * margin && box.expandedBy(margin).contains(line.box)
    }

    /// How far a stroke may reach over the box of what was read, in font sizes.
    private static let strokeMargin = 0.3

    /// Whether the run's first glyph stands where the operator shows its text.
    fileprivate func begins(at show: TextShow) -> Bool {
        let reach = max(PictureShare.leastShowReach, PictureShare.showReach * show.size)
        return box.expandedBy(reach).contains(show.origin)
            && [box.x0 - show.origin.x, box.x1 - show.origin.x, box.y0 - show.origin.y, box.y1 - show.origin.y]
                .contains { abs($0) <= 2 * reach }
    }
}
