/// Settles letters among figures: where the engine wavered between O and 0, the neighbours decide.
struct FigureReader {
    struct Settings: Hashable, Sendable {
        /// Least probability of the digit, as part of the letter's.
        var likelihood = 0.2
        /// How far down the line the upper ring of a percent sign reaches, of its height.
        var ringHeight = 0.66
    }

    let settings: Settings

    /// The reading with letters between digits replaced by the digits that the engine saw too, and without the 0 that
    /// the upper ring of a percent sign was taken for.
    func mended(_ reading: LineReading, crop: GrayImage) -> LineReading {
        var characters = reading.characters
        var changed = false
        for index in characters.indices.dropLast().reversed()
        where Self.rings.contains(characters[index].scalar)
            && "%％‰".unicodeScalars.contains(characters[index + 1].scalar)
            && isRing(characters[index], in: crop)
        {
            characters.remove(at: index)
            changed = true
        }
        for index in characters.indices where Self.lookalikes.contains(characters[index].scalar) {
            let before = index > characters.startIndex ? characters[index - 1].scalar : nil
            let after = index + 1 < characters.endIndex ? characters[index + 1].scalar : nil
            guard [before, after].contains(where: { $0.map(Self.isDigit) ?? false }),
                [before, after].allSatisfy({ $0.map { !Self.isLatin($0) } ?? true }),
                let digit = characters[index].alternatives.first(where: { Self.isDigit($0.scalar) }),
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
        func rows(_ columns: Range<Int>) -> (top: Int, bottom: Int)? {
            let rows = (0..<crop.height).filter { y in columns.contains { ink.isInk[y * crop.width + $0] } }
            guard let top = rows.first, let bottom = rows.last else { return nil }
            return (top, bottom)
        }
        // Right of its middle the slash comes in.
        let left = max(0, Int(character.start))
        let middle = min(crop.width, Int((character.start + character.end) / 2))
        guard left < middle, let line = rows(0..<crop.width), let ring = rows(left..<middle) else { return false }
        return Double(ring.bottom - line.top) <= settings.ringHeight * Double(line.bottom - line.top)
    }

    private static let rings: Set<Unicode.Scalar> = ["0", "O", "o", "°", "〇"]
    private static let lookalikes: Set<Unicode.Scalar> = ["O", "o", "〇", "l", "I", "i", "|", "Z", "z", "S", "s", "B"]
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x250 && !lookalikes.contains(scalar)
    }
}
