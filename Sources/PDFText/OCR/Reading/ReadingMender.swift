/// What the picture and the neighbours say about a reading beyond the engine's first choice.
struct ReadingMender {
    let settings: OCRSettings

    /// - Parameters:
    ///   - crop: The picture that was read.
    ///   - em: Height of a Chinese character of the line, pixels.
    func mended(_ reading: LineReading, crop: GrayImage, em: Double) -> LineReading {
        var reading = reading
        for index in reading.characters.indices { reading.characters[index].settleWidth() }
        reading = LineReading(characters: reading.characters)
        reading = FigureReader(settings: settings.figures).mended(reading)
        reading = SignReader(settings: settings).mended(reading, crop: crop)
        return PunctuationWidth(settings: settings.punctuation).mended(reading, crop: crop, em: em)
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
