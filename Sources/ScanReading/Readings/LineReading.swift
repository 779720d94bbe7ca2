internal import PageModel

/// What an engine read on one line picture.
package struct LineReading: Hashable, Sendable {
    /// In reading order, spaces included.
    package var characters: [CharacterReading]
    /// 0…1, as sure as the least sure character; 0 for an empty reading.
    package var confidence: Double
    /// What the engine saw between the characters too faintly to read it, in reading order, `start` and `end` the place
    /// of its middle; none where the engine does not tell.
    package var faint: [CharacterReading]

    /// What repairs changed so far, in their order; the first tells what the engine read.
    package var repairs: [RepairStep] = []

    package static let empty = LineReading(characters: [], confidence: 0)

    /// - Parameter confidence: nil takes the smallest one of the characters.
    package init(characters: [CharacterReading], confidence: Double? = nil, faint: [CharacterReading] = []) {
        self.characters = characters
        self.faint = faint
        self.confidence = confidence ?? characters.lazy.map(\.confidence).min() ?? 0
    }

    package var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters.lazy.map(\.scalar))
        return String(text)
    }
}

/// What a repair changed in a line.
package struct RepairStep: Hashable, Sendable {
    package var repair: String
    package var before: String
    package var after: String
}

/// One character of a line as the engine saw it.
package struct CharacterReading: Hashable, Sendable {
    package var scalar: Unicode.Scalar
    /// 0…1.
    package var confidence: Double
    /// Where the character begins, in pixels from the left of the given picture; an estimate, good to half a character
    /// with ppocr and to two with tesseract.
    package var start: Double
    /// Where the character ends, like `start`.
    package var end: Double
    /// Up to three other readings of the same place, likeliest first.
    package var alternatives: [Alternative]

    package init(
        scalar: Unicode.Scalar, confidence: Double, start: Double, end: Double, alternatives: [Alternative] = []
    ) {
        self.scalar = scalar
        self.confidence = confidence
        self.start = start
        self.end = end
        self.alternatives = alternatives
    }

    package struct Alternative: Hashable, Sendable {
        package var scalar: Unicode.Scalar
        /// 0…1, on the scale of the character's confidence.
        package var probability: Double

        package init(scalar: Unicode.Scalar, probability: Double) {
            self.scalar = scalar
            self.probability = probability
        }
    }
}

extension CharacterReading {
    var middle: Double { (start + end) / 2 }

    var isDigit: Bool { scalar.isDigit }
}
