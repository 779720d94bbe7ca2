internal import CPoppler
internal import PageImage
internal import PageModel

/// One opened PDF. Not for more than one thread; one document per worker process in bulk.
///
/// Pages leave as values; nothing of Poppler or qpdf is visible outside.
public struct PDFDocument: ~Copyable {
    private let document: OpaquePointer
    private let file: FileBytes
    /// Of qpdf, or why it cannot read the file.
    private let operators: Result<OperatorReader, GraphicsError>
    private let settings: PDFTextSettings
    public let pageCount: Int

    /// Opens a PDF from memory.
    ///
    /// - Parameters:
    ///   - file: Kept alive as long as the document.
    ///   - name: Stands in messages of the readers, not otherwise used.
    ///   - password: User or owner password; nil tries the empty one.
    /// - Throws: `empty_file`, `not_pdf`, `encrypted` or `damaged`. A file with only an owner password opens.
    public init(
        file: FileBytes, name: String, password: String? = nil, settings: PDFTextSettings = PDFTextSettings()
    ) throws(PDFError) {
        guard file.count > 0 else {
            throw PDFError(.emptyFile, "The file is empty (zero bytes). Fetch it again from where it came.")
        }
        var file = file
        var opened = PDFDocument.open(file)
        if case .failure(let error) = opened, error.code == .encrypted, let password {
            // Poppler 22 crashes on a wrong password for a document in memory: qpdf takes the encryption off instead.
            file = try PDFDocument.decrypted(file, name: name, password: password)
            opened = PDFDocument.open(file)
        }
        var handle = try opened.get()
        var reader = Result { () throws(GraphicsError) in try OperatorReader(bytes: file.buffer, name: name) }
        if let flat = try? PDFDocument.flattened(file, by: reader.get(), name: name) {
            g_object_unref(UnsafeMutableRawPointer(handle))
            (file, reader, handle) = (flat.file, .success(flat.reader), flat.handle)
        }
        let pages = Int(poppler_document_get_n_pages(handle))
        guard pages > 0 else {
            g_object_unref(UnsafeMutableRawPointer(handle))
            throw PDFError(
                .damaged, "The file opens but has no readable page. It was probably cut off: fetch it again.")
        }
        document = handle
        pageCount = pages
        self.settings = settings
        // Without qpdf the ruling lines come from the picture of the page, page by page.
        self.file = file
        operators = reader
    }

    private static func open(_ file: FileBytes) -> Result<OpaquePointer, PDFError> {
        var error: UnsafeMutablePointer<GError>?
        defer { g_clear_error(&error) }
        if let document = poppler_document_new_from_bytes(file.bytes, nil, &error) { return .success(document) }
        return .failure(PDFError.opening(error, header: file.startsLikePDF))
    }

    /// The file with what a person typed onto its pages as part of their contents; nil where there is nothing typed.
    private static func flattened(
        _ file: FileBytes, by reader: OperatorReader, name: String
    ) throws -> (file: FileBytes, reader: OperatorReader, handle: OpaquePointer)? {
        guard let bytes = TypedAnnotations(reader.document).flattened() else { return nil }
        let flat = FileBytes(bytes, of: file)
        return (flat, try OperatorReader(bytes: flat.buffer, name: name), try open(flat).get())
    }

    /// - Throws: `encrypted` for a wrong password, `damaged` when qpdf cannot read the file.
    private static func decrypted(_ file: FileBytes, name: String, password: String) throws(PDFError) -> FileBytes {
        do throws(GraphicsError) {
            let document = try QPDFDocument(bytes: file.buffer, name: name, password: password)
            if let plain = document.written() { return FileBytes(plain, of: file) }
        } catch {
            if error.code == .encrypted {
                throw PDFError(.encrypted, "The password does not open the file. Check the password file.")
            }
        }
        throw PDFError(.damaged, "The PDF is encrypted and damaged. Fetch it again from where it came.")
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Reads one page.
    ///
    /// - Parameter number: From 1 to `pageCount`.
    /// - Returns: What the file itself says, with notes on what of the drawing could not be read.
    /// - Throws: `damaged` when Poppler has no such page.
    public func page(_ number: Int) throws(PDFError) -> SourcePage {
        let read = try read(number)
        let (graphics, page) = (read.graphics, read.page)
        let content = PageContent(
            number: number, width: page.width, height: page.height, runs: runs(of: read, number: number),
            rulings: graphics.rulings, fills: graphics.fills, images: graphics.images, curveCount: graphics.curveCount,
            notes: read.notes + read.visible.notes(page: number) + graphics.notes(page: number))
        return SourcePage(content: content, graphics: graphics, page: page, operators: try? operators.get())
    }

    /// What the two readers say of one page.
    private struct ReadPage {
        let page: PopplerPageHandle
        let graphics: PageGraphics
        let notes: [PageNote]
        let visible: VisibleText
    }

    private func read(_ number: Int) throws(PDFError) -> ReadPage {
        let page = try handle(of: number)
        let (graphics, notes) = graphics(of: page, number: number)
        var glyphs = StyledGlyph.read(page.pointer, isRightToLeft: graphics.isRightToLeft)
        if page.unit != 1 { glyphs.scale(by: page.unit) }
        if graphics.shows.allSatisfy({ $0.angle == QuarterTurn.none }) { glyphs.settleHeights() }
        glyphs.joinRadicals()
        glyphs.raiseFootnoteMarks()
        let visible = VisibleText(
            glyphs: glyphs, graphics: graphics, width: page.width, height: page.height, settings: settings)
        return ReadPage(page: page, graphics: graphics, notes: notes, visible: visible)
    }

    /// The runs of a page; where large text lies across others, the pages beside it tell whether it is a watermark.
    private func runs(of read: ReadPage, number: Int) -> [TextRun] {
        let watermarks = RepeatedWatermarks(settings: settings.watermarks)
        let own = watermarks.page(read.visible.runs(), read.graphics)
        guard !own.suspects.isEmpty else { return own.runs }
        var runs = own.runs
        for neighbour in [number - 1, number + 1] where (1...pageCount).contains(neighbour) {
            guard let other = try? self.read(neighbour) else { continue }
            let page = RepeatedWatermarks.Page(runs: runs, suspects: own.suspects)
            runs = watermarks.marked(page, besides: watermarks.page(other.visible.runs(), other.graphics))
        }
        return runs
    }

    /// The picture of a page as a PNG file.
    ///
    /// - Parameters:
    ///   - number: From 1 to `pageCount`.
    ///   - dpi: Dots per inch; lowered for huge pages.
    /// - Throws: `damaged` when Poppler has no such page or cannot draw it.
    package func png(page number: Int, dpi: Double) throws(PDFError) -> [UInt8] {
        let page = try handle(of: number)
        guard
            let bytes = PageRaster.png(page.pointer, width: page.width, height: page.height, dpi: dpi, unit: page.unit)
        else {
            throw PDFError(.damaged, "Page \(number) cannot be drawn. The other pages are not affected.", page: number)
        }
        return bytes
    }

    private func handle(of number: Int) throws(PDFError) -> PopplerPageHandle {
        let unit = (try? operators.get().userUnit(page: number)) ?? 1
        guard let page = PopplerPageHandle(document, number: number, unit: unit) else {
            throw PDFError(.damaged, "Page \(number) cannot be read. The other pages are not affected.", page: number)
        }
        return page
    }

    /// The drawing operators of the page, and the ruling lines of its picture where they cannot be had or not whole.
    private func graphics(of page: PopplerPageHandle, number: Int) -> (PageGraphics, [PageNote]) {
        do throws(GraphicsError) {
            var graphics = try operators.get().graphics(page: number)
            guard graphics.isTruncated else { return (graphics, []) }
            graphics.rulings = rulings(inPictureOf: page)
            return (graphics, [.drawingTruncated(page: number)])
        } catch {
            var graphics = PageGraphics(width: page.width, height: page.height)
            graphics.rulings = rulings(inPictureOf: page)
            return (graphics, [.drawingUnreadable(page: number, cause: error)])
        }
    }

    private func rulings(inPictureOf page: PopplerPageHandle) -> [RulingLine] {
        let dpi = settings.fallbackResolution
        let image = PageRaster.render(page.pointer, width: page.width, height: page.height, dpi: dpi, unit: page.unit)
        return image.map { PixelRulings.find(in: $0, pointsPerPixel: 72 / dpi) } ?? []
    }
}

extension VisibleText {
    /// What was left out, with its count.
    fileprivate func notes(page: Int) -> [PageNote] {
        var notes: [PageNote] = []
        let (clipped, hidden) = unseenCounts
        if clipped > 0 {
            notes.append(PageNote(.textClipped, page: page, "\(clipped) characters cut off by a clip are left out."))
        }
        if hidden > 0 {
            notes.append(PageNote(.textHidden, page: page, "\(hidden) characters that cannot be seen are left out."))
        }
        return notes
    }
}

extension PageGraphics {
    /// What was drawn and cannot be read, with its count.
    fileprivate func notes(page: Int) -> [PageNote] {
        guard unmappedCount > 0 else { return [] }
        return [
            PageNote(
                .charactersMissing, page: page,
                "\(unmappedCount) glyphs stand for no character that their font names: text is missing or wrong.")
        ]
    }
}

extension PageNote {
    fileprivate static func drawingTruncated(page: Int) -> PageNote {
        PageNote(
            .drawingTruncated, page: page,
            "The drawing of the page is too large or in part unreadable: lines and pictures may be missing.")
    }

    fileprivate static func drawingUnreadable(page: Int, cause: GraphicsError) -> PageNote {
        PageNote(
            .drawingUnreadable, page: page,
            "The drawing operators cannot be read, so the ruling lines come from the page's picture. \(cause.message)")
    }
}

/// Tolerances of the text stage.
public struct PDFTextSettings: Sendable {
    /// Dots per inch of the picture that replaces unreadable drawing operators.
    public var fallbackResolution = 144.0
    /// A gap wider than this many font sizes ends a run.
    public var runGap = 0.8
    /// Two equal characters closer than this many font sizes are one, drawn twice (fake bold, shadow).
    public var duplicateDistance = 0.15
    /// Smallest height of a glyph that a reader could see, in points.
    public var smallestGlyph = 1.0
    /// Smallest side of a glyph that is drawn at all, in points.
    public var thinnestGlyph = 0.01
    /// Text at least this bright on a page without a darker fill under it is invisible.
    public var invisibleLuminance = 0.97
    /// What makes text a watermark.
    var watermarks = Watermarks.Settings()

    public init() {}
}

extension FileBytes {
    /// Readers accept junk before the header, so the first kilobyte counts.
    var startsLikePDF: Bool {
        let head = buffer.prefix(1024)
        let mark: [UInt8] = Array("%PDF-".utf8)
        guard head.count >= mark.count else { return false }
        return (0...(head.count - mark.count)).contains { start in
            mark.indices.allSatisfy { head[start + $0] == mark[$0] }
        }
    }
}

extension PDFError {
    /// Turns what Poppler says about opening into the codes of the failure list.
    static func opening(_ error: UnsafeMutablePointer<GError>?, header: Bool) -> PDFError {
        let isPoppler = error.map { $0.pointee.domain == zhibiao_poppler_error_domain() } ?? false
        if isPoppler, let code = error?.pointee.code, code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) {
            return PDFError(
                .encrypted,
                "The file needs a password. Give it with --password-file or the variable ZHIBIAO_PASSWORD.")
        }
        guard header else {
            return PDFError(.notPDF, "The file is not a PDF: it has no PDF header. Check what was downloaded.")
        }
        return PDFError(.damaged, "The PDF is damaged and cannot be opened. Fetch it again from where it came.")
    }
}
