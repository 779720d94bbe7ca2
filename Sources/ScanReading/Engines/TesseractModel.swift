internal import CTesseract
internal import PageImage
internal import PageModel

/// Tesseract with the data of one language, in process, on one thread.
final class TesseractModel {
    private let handle: OpaquePointer

    /// - Throws: `missing` when the library or its data are not there.
    init(language: String) throws(OCRError) {
        let opened = CMessage.collect { zhibiao_tesseract_open(language, $0, $1) }
        guard let handle = opened.value else {
            throw OCRError(
                .missing,
                "Tesseract cannot be used (\(opened.message)). Install the Debian packages tesseract-ocr and "
                    + "tesseract-ocr-chi-sim.")
        }
        self.handle = handle
    }

    deinit { zhibiao_tesseract_close(handle) }

    /// - Returns: Characters with places on `line`; empty for a blank picture.
    func read(_ line: GrayImage, way: TesseractSettings.Way, ink settings: TesseractSettings) throws(OCRError)
        -> LineReading
    {
        guard let ink = InkExtent(of: line, leastContrast: settings.leastContrast, share: settings.inkShare) else {
            return .empty
        }
        let cut = line.columns(from: ink.first, to: ink.last + 1, paper: ink.paper)
        let factor = way.lineHeight / Double(cut.height)
        let scaled = ImageScaler.scaled(
            cut, width: max(Int((Double(cut.width) * factor).rounded()), 1), height: Int(way.lineHeight))
        let framed = scaled.framed(by: way.border, paper: ink.paper)
        let done = framed.pixels.withUnsafeBufferPointer {
            zhibiao_tesseract_read(
                handle, $0.baseAddress, Int32(framed.width), Int32(framed.height), way.isRaw ? 1 : 0)
        }
        guard done != 0 else {
            throw OCRError(
                .failed, "Tesseract broke off on a line of text. Try again, or use another engine, such as ppocr.")
        }
        var characters: [CharacterReading] = []
        var symbol = zhibiao_symbol()
        while zhibiao_tesseract_next(handle, &symbol) != 0 {
            let position = { (column: Int32) -> Double in
                let given = Double(Int(column) - way.border) / factor + Double(ink.first)
                return min(max(given, 0), Double(line.width))
            }
            let found = Self.characters(of: symbol, start: position(symbol.left), end: position(symbol.right))
            if symbol.starts_word != 0, let last = characters.last, let first = found.first,
                !last.scalar.isWide, !first.scalar.isWide
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

    /// What Tesseract gives a smaller share is no alternative.
    private static let leastAlternative = 0.01

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
                share(confidence) > leastAlternative
            else { continue }
            alternatives.append(.init(scalar: scalar, probability: share(confidence)))
        }
        return Array(alternatives.sorted { $0.probability > $1.probability }.prefix(3))
    }

    private static func share(_ percent: Float) -> Double { min(max(Double(percent) / 100, 0), 1) }
}

extension Unicode.Scalar {
    /// Chinese characters and signs as wide as they are.
    fileprivate var isWide: Bool {
        switch value {
        case 0x2e80...0x9fff, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60, 0x20000...0x3ffff: true
        default: false
        }
    }
}

extension GrayImage {
    /// The picture with paper all around.
    func framed(by border: Int, paper: UInt8) -> GrayImage {
        let wide = columns(from: -border, to: width + border, paper: paper)
        let band = [UInt8](repeating: paper, count: border * wide.width)
        return GrayImage(width: wide.width, height: height + 2 * border, pixels: band + wide.pixels + band)
    }
}
