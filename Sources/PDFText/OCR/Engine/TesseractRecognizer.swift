internal import CTesseract

/// Reads lines with Tesseract and its data for simplified Chinese, in process, on one thread.
final class TesseractRecognizer: LineRecognizer {
    let name = "tesseract"

    private let handle: OpaquePointer
    private let settings: TesseractSettings

    /// - Throws: `missing` when the library or its data are not there.
    init(settings: TesseractSettings = TesseractSettings()) throws(OCRError) {
        let opened = CMessage.collect { zhibiao_tesseract_open(settings.languages, $0, $1) }
        guard let handle = opened.value else {
            throw OCRError(
                .missing,
                "Tesseract cannot be used (\(opened.message)). Install the Debian packages tesseract-ocr and "
                    + "tesseract-ocr-chi-sim.")
        }
        self.handle = handle
        self.settings = settings
    }

    deinit { zhibiao_tesseract_close(handle) }

    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
        var readings: [LineReading] = []
        readings.reserveCapacity(lines.count)
        for line in lines { readings.append(try read(line)) }
        return readings
    }

    func findLines(in image: GrayImage) -> [PixelBox]? { nil }

    private func read(_ line: GrayImage) throws(OCRError) -> LineReading {
        guard let ink = InkExtent(of: line, leastContrast: settings.leastContrast, share: settings.inkShare) else {
            return .empty
        }
        let cut = line.columns(from: ink.first, to: ink.last + 1, paper: ink.paper)
        let factor = settings.lineHeight / Double(cut.height)
        let scaled = ImageScaler.scaled(
            cut, width: max(Int((Double(cut.width) * factor).rounded()), 1), height: Int(settings.lineHeight))
        let framed = scaled.framed(by: settings.border, paper: ink.paper)
        let done = framed.pixels.withUnsafeBufferPointer {
            zhibiao_tesseract_read(handle, $0.baseAddress, Int32(framed.width), Int32(framed.height))
        }
        guard done != 0 else {
            throw OCRError(.failed, "Tesseract broke off on a line of text. Try again, or use --ocr-engine ppocr.")
        }
        var characters: [CharacterReading] = []
        var symbol = zhibiao_symbol()
        while zhibiao_tesseract_next(handle, &symbol) != 0 {
            let position = { (column: Int32) -> Double in
                let given = Double(Int(column) - self.settings.border) / factor + Double(ink.first)
                return min(max(given, 0), Double(line.width))
            }
            let found = Self.characters(of: symbol, start: position(symbol.left), end: position(symbol.right))
            if symbol.starts_word != 0, let last = characters.last, let first = found.first,
                !Self.isWide(last.scalar), !Self.isWide(first.scalar)
            {
                // Between Chinese characters Tesseract sees spaces where there is only a wide gap.
                characters.append(
                    CharacterReading(
                        scalar: " ", confidence: min(last.confidence, first.confidence), start: last.end,
                        end: max(first.start, last.end)))
            }
            characters.append(contentsOf: found)
        }
        return LineReading(characters: characters)
    }

    /// A symbol is one character, seldom several, which then share its width.
    private static func characters(of symbol: zhibiao_symbol, start: Double, end: Double) -> [CharacterReading] {
        let scalars = Array(String(cString: symbol.text).unicodeScalars)
        let step = max(end - start, 0) / Double(max(scalars.count, 1))
        return scalars.enumerated().map { index, scalar in
            CharacterReading(
                scalar: scalar, confidence: share(symbol.confidence), start: start + Double(index) * step,
                end: start + Double(index + 1) * step, alternatives: scalars.count == 1 ? others(symbol) : [])
        }
    }

    private static func others(_ symbol: zhibiao_symbol) -> [CharacterReading.Alternative] {
        let texts = [symbol.choice_text.0, symbol.choice_text.1, symbol.choice_text.2, symbol.choice_text.3]
        let confidences = [
            symbol.choice_confidence.0, symbol.choice_confidence.1, symbol.choice_confidence.2,
            symbol.choice_confidence.3,
        ]
        let shown = String(cString: symbol.text)
        var alternatives: [CharacterReading.Alternative] = []
        for (text, confidence) in zip(texts, confidences).prefix(symbol.choice_count) {
            guard let text else { continue }
            let other = String(cString: text)
            guard other != shown, other.unicodeScalars.count == 1, let scalar = other.unicodeScalars.first,
                share(confidence) > 0.01
            else { continue }
            alternatives.append(.init(scalar: scalar, probability: share(confidence)))
        }
        return Array(alternatives.sorted { $0.probability > $1.probability }.prefix(3))
    }

    private static func share(_ percent: Float) -> Double { min(max(Double(percent) / 100, 0), 1) }

    /// Chinese characters and signs as wide as they are.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2e80...0x9fff, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60, 0x20000...0x3ffff: true
        default: false
        }
    }
}

/// Tolerances and sizes of the Tesseract engine.
struct TesseractSettings: Hashable, Sendable {
    /// The Chinese data know Latin letters, too. Together with the English data it takes twice as long and reads worse:
    /// blurred Chinese words become English ones.
    var languages = "chi_sim"
    /// Line pictures are scaled to this height, in pixels; Tesseract's models read text of 30 to 40 pixels best.
    var lineHeight = 36.0
    /// Paper around a line, in pixels; without it Tesseract loses what touches the edge.
    var border = 12
    /// As in `PPOCRSettings`.
    var leastContrast = 24
    var inkShare = 0.4
}

extension GrayImage {
    /// The picture with paper all around.
    func framed(by border: Int, paper: UInt8) -> GrayImage {
        let wide = columns(from: -border, to: width + border, paper: paper)
        let band = [UInt8](repeating: paper, count: border * wide.width)
        return GrayImage(width: wide.width, height: height + 2 * border, pixels: band + wide.pixels + band)
    }
}
