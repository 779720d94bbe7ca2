internal import PageImage
internal import PageModel

/// What the picture and the neighbours say about a reading beyond the engine's first choice.
struct ReadingMender {
    let settings: OCRSettings
    /// The engine tells where each character stands, not only roughly.
    let knowsPlaces: Bool

    /// - Parameters:
    ///   - crop: The picture that was read.
    ///   - em: Height of a Chinese character of the line, pixels.
    func mended(_ reading: LineReading, crop: GrayImage, em: Double) -> LineReading {
        let faint = reading.faint
        var reading = reading
        for index in reading.characters.indices { reading.characters[index].settleWidth() }
        reading = LineReading(characters: reading.characters)
        reading = FaintReader(settings: settings.faint).mended(reading, faint: faint, crop: crop, em: em)
        reading = FigureReader(settings: settings.figures).mended(reading, crop: crop)
        if knowsPlaces { reading = ThousandsMark(settings: settings.thousands).mended(reading, crop: crop) }
        reading = SignReader(settings: settings).mended(reading, crop: crop, em: em)
        // The bar of ≥ may have been lost, which turns the verdict over a value round.
        if reading.characters.count > 1, let sign = reading.characters.first?.scalar,
            "<>＜＞".unicodeScalars.contains(sign), ("0"..."9").contains(reading.characters[1].scalar)
        {
            reading.confidence = min(reading.confidence, settings.bareSignConfidence)
        }
        if knowsPlaces {
            reading = BracketReader(settings: settings.brackets).mended(reading, crop: crop, em: em)
        }
        if knowsPlaces, UnreadInk(settings: settings.unread, em: em).isLeft(by: reading, crop: crop) {
            reading.confidence = min(reading.confidence, settings.faint.confidence)
        }
        return reading
    }
}

extension CharacterReading {
    /// Adds up what the engine gave to the wide and the narrow form of one character: it is sure of the character.
    fileprivate mutating func settleWidth() {
        let own = scalar.narrow
        for other in alternatives where other.scalar.narrow == own { confidence += other.probability }
        confidence = min(1, confidence)
    }
}

extension Unicode.Scalar {
    /// The half-width form of a full-width one.
    fileprivate var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }
}
