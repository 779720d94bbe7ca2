internal import PageImage
internal import PageModel

/// Settles letters among figures: where the engine wavered between O and 0, the neighbours decide.
struct FigureReader: LineRepair {
    struct Settings: Hashable, Sendable {
        /// Least probability of the digit, as part of the letter's.
        var likelihood = 0.2
        /// How far down the line the upper ring of a percent sign reaches, of its height.
        var ringHeight = 0.66
    }

    let settings: Settings

    /// The reading with letters between digits replaced by the digits that the engine saw too, and without the 0 that
    /// the upper ring of a percent sign was taken for.
    func repaired(_ line: ReadLine) -> LineReading {
        let reading = line.reading
        var characters = reading.characters
        var changed = false
        for index in characters.indices.dropLast().reversed()
        where Self.rings.contains(characters[index].scalar)
            && "%％‰".unicodeScalars.contains(characters[index + 1].scalar)
            && isRing(characters[index], in: line.crop)
        {
            characters.remove(at: index)
            changed = true
        }
        for index in characters.indices where Self.lookalikes.contains(characters[index].scalar) {
            let before = index > characters.startIndex ? characters[index - 1].scalar : nil
            let after = index + 1 < characters.endIndex ? characters[index + 1].scalar : nil
            guard [before, after].contains(where: { $0?.isDigit ?? false }),
                [before, after].allSatisfy({ $0.map { !Self.isLatin($0) } ?? true }),
                let digit = characters[index].alternatives.first(where: { $0.scalar.isDigit }),
                digit.probability >= settings.likelihood * characters[index].confidence
            else { continue }
            characters[index].scalar = digit.scalar
            characters[index].confidence = digit.probability
            changed = true
        }
        return changed ? LineReading(characters: characters) : reading
    }

    /// Whether the ink at a character's place fills only the upper part of the line.
    private func isRing(_ character: CharacterReading, in crop: GrayImage) -> Bool {
        let ink = InkMask(levelled: crop)
        // Right of its middle the slash comes in.
        let left = max(0, Int(character.start))
        let middle = min(crop.width, Int(character.middle))
        guard left < middle, let line = ink.rows(of: 0..<crop.width), let ring = ink.rows(of: left..<middle) else {
            return false
        }
        return Double(ring.upperBound - 1 - line.lowerBound) <= settings.ringHeight * Double(line.count - 1)
    }

    private static let rings: Set<Unicode.Scalar> = ["0", "O", "o", "°", "〇"]
    private static let lookalikes: Set<Unicode.Scalar> = ["O", "o", "〇", "l", "I", "i", "|", "Z", "z", "S", "s", "B"]
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x250 && !lookalikes.contains(scalar)
    }
}
