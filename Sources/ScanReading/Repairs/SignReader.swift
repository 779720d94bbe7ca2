internal import PageImage
internal import PageModel

/// Takes a second look at what opens a line: a sign of comparison decides over a value, and engines misread it.
struct SignReader: LineRepair {
    let settings: OCRSettings

    /// The reading with its first character put right where the picture shows a sign of comparison.
    func repaired(_ line: ReadLine) -> LineReading {
        let (reading, crop) = (line.reading, line.crop)
        let shape = ComparatorShape(settings: settings.signs)
        // At one darkness or another the parts of the sign come apart.
        var bare: Unicode.Scalar?
        for share in settings.signs.inkShares {
            // Only dark ink is looked at for the bar of a sign that seems to have none: dirt is pale.
            if bare != nil, share >= settings.signs.inkShares[0] { continue }
            let ink = InkMask(levelled: crop, inkShare: share)
            guard let columns = InkMask.piece(of: ink.inkedColumns, from: 0), let part = ink.trimmed(to: columns) else {
                continue
            }
            let covered = reading.characters.prefix { $0.middle < Double(columns.upperBound) }
            let rest = reading.characters.dropFirst(covered.count)
            guard covered.count <= 2, rest.isEmpty || rest[rest.startIndex].isFigure else { continue }
            let read = covered.count == 1 ? covered[0] : nil
            let isChevron = read.map { Self.chevronLike.contains($0.scalar.asSign) } ?? false
            // A character surely read is not one: a lone character's strokes may look like a sign.
            if let read, !isChevron, read.confidence >= settings.surelyRead { return reading }
            guard let sign = shape.sign(in: part) ?? (isChevron ? shape.signOfStrokes(in: part) : nil) else { continue }
            // Without a bar the shape alone says little: halves of characters look like it.
            if "<>".unicodeScalars.contains(sign), read != nil, !isChevron { continue }
            if let bare {
                guard Self.barred[bare]?.contains(sign) ?? false else { continue }
            } else if let read, read.scalar.asSign == sign, Self.barred[sign] != nil {
                bare = sign
                continue
            }
            if let read {
                if read.scalar.asSign == sign { return reading }
                // Of a bar that runs into the chevron the engine knows more.
                if "<>".unicodeScalars.contains(sign), "≤≥≦≧".unicodeScalars.contains(read.scalar) { continue }
            }
            let character = CharacterReading(
                scalar: sign, confidence: settings.signConfidence, start: Double(columns.lowerBound),
                end: Double(columns.upperBound))
            return LineReading(characters: [character] + rest)
        }
        return loneStop(reading, crop: crop, em: line.em) ?? loneSign(reading)
    }

    /// A full stop that the line break left alone: a ring too small for the letter or digit that it looks like.
    private func loneStop(_ reading: LineReading, crop: GrayImage, em: Double) -> LineReading? {
        guard reading.characters.count == 1, var ring = reading.characters.first,
            "oO0°〇".unicodeScalars.contains(ring.scalar),
            ring.alternatives.contains(where: { $0.scalar == "。" && $0.probability >= settings.leastSign })
        else { return nil }
        let ink = InkMask(levelled: crop)
        guard let height = ink.trimmed(to: 0..<ink.width)?.height, Double(height) <= settings.stopHeight * em else {
            return nil
        }
        ring.scalar = "。"
        ring.confidence = settings.loneSignConfidence
        return LineReading(characters: [ring])
    }

    /// The sign with a bar for a letter alone that the engine hardly believes in, where it saw the sign too. Its bar may
    /// slant and touch the chevron, so that the shape tells nothing.
    private func loneSign(_ reading: LineReading) -> LineReading {
        guard reading.characters.count == 1, let letter = reading.characters.first,
            letter.confidence < settings.unsureLetter, Self.chevronLike.contains(letter.scalar),
            let sign = letter.alternatives.first(where: { "≤≥≦≧".unicodeScalars.contains($0.scalar) }),
            sign.probability >= settings.leastSign
        else { return reading }
        var character = letter
        character.scalar = sign.scalar
        character.confidence = settings.loneSignConfidence
        return LineReading(characters: [character])
    }

    /// Bare signs and the same with a bar.
    private static let barred: [Unicode.Scalar: Set<Unicode.Scalar>] = ["<": ["≤", "≦"], ">": ["≥", "≧"]]

    /// What engines make of signs of comparison.
    private static let chevronLike: Set<Unicode.Scalar> = [
        "<", ">", "≤", "≥", "≦", "≧", "《", "》", "〈", "〉", "V", "v", "W", "w", "M", "N", "A", "∧", "∨", "^",
    ]
}

extension CharacterReading {
    /// Part of a figure: what a sign of comparison stands before.
    fileprivate var isFigure: Bool {
        isDigit || scalar == "." || scalar == " " || scalar == "-" || scalar == "O"
    }
}

extension Unicode.Scalar {
    /// The plain form of a sign of comparison.
    fileprivate var asSign: Unicode.Scalar {
        switch self {
        case "＝": "="
        case "＞": ">"
        case "＜": "<"
        default: self
        }
    }
}
