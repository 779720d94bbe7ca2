/// Settles letters among figures: where the engine wavered between O and 0, the neighbours decide.
struct FigureReader {
    struct Settings: Hashable, Sendable {
        /// Least probability of the digit, as part of the letter's.
        var likelihood = 0.2
    }

    let settings: Settings

    /// The reading with letters between digits replaced by the digits that the engine saw too.
    func mended(_ reading: LineReading) -> LineReading {
        var characters = reading.characters
        var changed = false
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

    private static let lookalikes: Set<Unicode.Scalar> = ["O", "o", "〇", "l", "I", "i", "|", "Z", "z", "S", "s", "B"]
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x250 && !lookalikes.contains(scalar)
    }
}
