internal import PDFText
internal import PageImage
internal import PageModel

/// Where the text of a page is to come from.
enum TextTrust: Hashable {
    /// The file's own text says what the page shows.
    case embedded
    /// The text lies hidden behind a picture: it holds as far as the picture agrees.
    case layer
    /// The text holds for what it covers; the page's pictures may show more.
    case embeddedBesidePictures
    /// There is no text, or none that means anything.
    case picture
}

/// Judges, from the page's contents alone, how far its text can be trusted.
struct TrustJudge {
    struct Settings: Hashable, Sendable {
        /// Part of the page that pictures cover where it is a scan, and where it is one for certain.
        var scanCoverage = 0.5
        var sheetCoverage = 0.8
        /// Smallest part of the page of one picture that may hold text worth reading, and its smallest side in points.
        var pictureCoverage = 0.08
        var pictureSide = 60.0
        /// Most characters of its own that a page may have whose pictures are read beside them: on a page full of text
        /// they are charts and photographs.
        var fewCharacters = 400
        /// Part of the characters without a meaning (no Unicode value, private use, controls) that a page may have.
        var meaningless = 0.2
        /// Part of the drawn glyphs without a character from which on the picture is read; the loss of fewer is noted.
        var unmapped = 0.02
        /// Fewest blocks of rare scripts, and part of the characters in them, that no page of a real language has.
        var rareBlocks = 5
        var rareShare = 0.05
        /// Advance of a Latin character, in font sizes, that only an ideograph has.
        var wideAdvance = 0.95
        /// Most characters of its own text, for each square point, on a picture that may hold more: a page number and a
        /// few words typed over a scan.
        var typedOver = 0.0004
        /// Drawn curves on a page without text that may be its characters, drawn as outlines.
        var outlineCurves = 300
    }

    let settings: Settings

    func trust(in page: PageContent, shows: [TextShow]) -> TextTrust {
        let coverage = page.imageCoverage
        let glyphs = page.runs.reduce(0) { $0 + $1.glyphs.count }
        guard glyphs > 0 else {
            let isDrawn = page.curveCount >= settings.outlineCurves || shows.contains { !$0.isHidden && !$0.isClipped }
            return coverage >= settings.pictureCoverage || isDrawn ? .picture : .embedded
        }
        let meaningless = page.runs.reduce(0) { $0 + $1.glyphs.count { $0.scalar.isMeaningless } }
        if hasManyScripts(page, glyphs: glyphs) { return .picture }
        if Double(max(meaningless, wideLatin(in: page))) > settings.meaningless * Double(glyphs) { return .picture }
        let unmapped = Double(shows.unmappedCount)
        if unmapped > settings.unmapped * (Double(glyphs) + unmapped) { return .picture }
        let hidden = shows.count { $0.isHidden }
        if hidden > 0, coverage >= settings.scanCoverage, 2 * hidden >= shows.count, isLayer(page) {
            return .layer
        }
        guard glyphs <= settings.fewCharacters else { return .embedded }
        return unreadPictures(in: page).isEmpty ? .embedded : .embeddedBesidePictures
    }

    /// Whether hidden text may be what a picture says, and no title that the picture happens to cover.
    private func isLayer(_ page: PageContent) -> Bool {
        page.imageCoverage >= settings.sheetCoverage || unreadPictures(in: page).isEmpty
    }

    /// Whether characters of many unrelated scripts stand side by side: codes of a font taken for Unicode values.
    private func hasManyScripts(_ page: PageContent, glyphs: Int) -> Bool {
        var blocks: Set<UInt32> = []
        var count = 0
        for run in page.runs {
            for glyph in run.glyphs where glyph.scalar.isOfRareScript {
                blocks.insert(glyph.scalar.value >> 7)
                count += 1
            }
        }
        return blocks.count >= settings.rareBlocks && Double(count) > settings.rareShare * Double(glyphs)
    }

    /// Latin letters and signs that take the room of an ideograph: codes of a Chinese font that nothing explains come
    /// out as the characters of the same number.
    private func wideLatin(in page: PageContent) -> Int {
        page.runs.reduce(0) { sum, run in
            sum
                + run.glyphs.count { glyph in
                    let advance = run.rotation.isUpright ? glyph.box.width : glyph.box.height
                    return (0x21...0x7E).contains(glyph.scalar.value)
                        && advance >= settings.wideAdvance * run.style.size
                        && !"WMm@%".unicodeScalars.contains(glyph.scalar)
                }
        }
    }

    /// Pictures large enough to hold a table or a paragraph that hardly any text stands on.
    func unreadPictures(in page: PageContent) -> [Rect] {
        guard page.width > 0, page.height > 0 else { return [] }
        return page.images.map(\.box).filter { box in
            min(box.width, box.height) >= settings.pictureSide
                && box.area >= settings.pictureCoverage * page.width * page.height
                && Double(page.runs.reduce(0) { box.contains($1.box.center) ? $0 + $1.glyphs.count : $0 })
                    <= settings.typedOver * box.area
        }
    }
}

extension Unicode.Scalar {
    /// Of a script other than those of Europe and East Asia, Hebrew and Arabic.
    fileprivate var isOfRareScript: Bool {
        switch value {
        case 0x0700...0x10FF, 0x1200...0x1DFF, 0x2C00...0x2DFF, 0xA000...0xABFF: true
        default: false
        }
    }

    /// A character that stands for nothing in particular.
    var isMeaningless: Bool {
        switch value {
        case 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0x80...0x9F: true
        case 0..<0x20: true
        default: false
        }
    }
}
