/// Takes a second look at what opens a line: a sign of comparison decides over a value, and engines misread it.
struct SignReader {
    let settings: OCRSettings

    /// The reading with its first character put right where the picture shows a sign of comparison.
    func mended(_ reading: LineReading, crop: GrayImage) -> LineReading {
        let shape = ComparatorShape(settings: settings.signs)
        // At one darkness or another the parts of the sign come apart.
        var bare: Unicode.Scalar?
        for share in settings.signInkShares {
            // Only dark ink is looked at for the bar of a sign that seems to have none: dirt is pale.
            if bare != nil, share >= settings.signInkShares[0] { continue }
            let ink = InkMask(levelled: crop, inkShare: share)
            guard let box = firstSymbol(in: ink) else { continue }
            let covered = reading.characters.prefix { ($0.start + $0.end) / 2 < Double(box.x1) }
            let rest = reading.characters.dropFirst(covered.count)
            guard covered.count <= 2, rest.isEmpty || rest[rest.startIndex].isFigure else { continue }
            let read = covered.count == 1 ? covered[0] : nil
            let isChevron = read.map { Self.chevronLike.contains($0.scalar.asSign) } ?? false
            // A character surely read is not one: a lone character's strokes may look like a sign.
            if let read, !isChevron, read.confidence >= settings.surelyRead { return reading }
            let part = ink.part(box)
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
                scalar: sign, confidence: settings.signConfidence, start: Double(box.x0), end: Double(box.x1))
            return LineReading(characters: [character] + rest)
        }
        return reading
    }

    /// Bare signs and the same with a bar.
    private static let barred: [Unicode.Scalar: Set<Unicode.Scalar>] = ["<": ["≤", "≦"], ">": ["≥", "≧"]]

    /// What engines make of signs of comparison.
    private static let chevronLike: Set<Unicode.Scalar> = [
        "<", ">", "≤", "≥", "≦", "≧", "《", "》", "〈", "〉", "V", "v", "W", "w", "M", "N", "A", "∧", "∨", "^",
    ]

    /// The box of the ink left of the first blank column.
    private func firstSymbol(in ink: InkMask) -> PixelBox? {
        var columns = 0..<0
        var isOpen = false
        for x in 0..<ink.width {
            let hasInk = (0..<ink.height).contains { ink.isInk[$0 * ink.width + x] }
            if hasInk {
                columns = isOpen ? columns.lowerBound..<(x + 1) : x..<(x + 1)
                isOpen = true
            } else if isOpen {
                break
            }
        }
        guard isOpen else { return nil }
        let rows = (0..<ink.height).filter { y in columns.contains { ink.isInk[y * ink.width + $0] } }
        guard let top = rows.first, let bottom = rows.last else { return nil }
        return PixelBox(x0: columns.lowerBound, y0: top, x1: columns.upperBound, y1: bottom + 1)
    }
}

extension InkMask {
    /// - Parameter box: Within the mask.
    fileprivate func part(_ box: PixelBox) -> InkMask {
        var part: [Bool] = []
        part.reserveCapacity(box.width * box.height)
        for y in box.y0..<box.y1 { part += isInk[(y * width + box.x0)..<(y * width + box.x1)] }
        return InkMask(width: box.width, height: box.height, isInk: part)
    }
}

extension CharacterReading {
    /// Part of a figure: what a sign of comparison stands before.
    fileprivate var isFigure: Bool {
        ("0"..."9").contains(scalar) || scalar == "." || scalar == " " || scalar == "-" || scalar == "O"
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
