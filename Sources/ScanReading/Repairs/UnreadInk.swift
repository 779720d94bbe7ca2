internal import PageImage
internal import PageModel

/// Finds ink of a line that no character of its reading accounts for: the engine passed something over.
struct UnreadInk: LineRepair {
    static let needsPlaces = true

    /// Lengths in heights of a Chinese character.
    struct Settings: Hashable, Sendable {
        /// Distance of the middles of two ideographs from which on another stands between them.
        var ideographPitch = 1.7
        /// Half the width of the place between them in which its ink is looked for.
        var between = 0.2
        /// Least distance of unread ink from the middle of a digit. The engine makes one of several equal digits where
        /// they are narrow.
        var fromDigit = 0.38
        /// Least height of unread ink beside digits, as part of the line's; a point is lower.
        var height = 0.6
        /// Highest confidence of such a line.
        var confidence = 0.5
    }

    let settings: Settings

    func repaired(_ line: ReadLine) -> LineReading {
        var reading = line.reading
        if isLeft(by: line) { reading.confidence = min(reading.confidence, settings.confidence) }
        return reading
    }

    func isLeft(by line: ReadLine) -> Bool {
        let (characters, em) = (line.reading.characters, line.em)
        let ideographs = zip(characters, characters.dropFirst()).filter { pair in
            pair.0.scalar.isIdeograph && pair.1.scalar.isIdeograph
                && pair.1.middle - pair.0.middle >= settings.ideographPitch * em
        }
        let hasDigits = characters.contains(where: \.isDigit)
        guard !ideographs.isEmpty || hasDigits else { return false }
        let ink = InkMask(levelled: line.crop)
        let inked = ink.inkedColumns
        return ideographs.contains { hasInk(between: $0, and: $1, inked: inked, em: em) }
            || hasDigits && hasInkBesideDigits(characters, ink: ink, inked: inked, em: em)
    }

    private func hasInk(between before: CharacterReading, and after: CharacterReading, inked: [Bool], em: Double)
        -> Bool
    {
        // Of two characters that were passed over, the paper between them lies in the middle.
        let count = max(1, Int(((after.middle - before.middle) / em).rounded()) - 1)
        let pitch = (after.middle - before.middle) / Double(count + 1)
        return (1...count).contains { place in
            let middle = before.middle + Double(place) * pitch
            let first = max(0, Int(middle - settings.between * em))
            let columns = first..<max(first, min(inked.count, Int(middle + settings.between * em) + 1))
            return !columns.isEmpty && 3 * columns.count { inked[$0] } >= 2 * columns.count
        }
    }

    /// Whether ink as high as a digit stands where the nearest character is a digit, and not there.
    private func hasInkBesideDigits(_ characters: [CharacterReading], ink: InkMask, inked: [Bool], em: Double) -> Bool {
        let height = settings.height * Double(ink.trimmed(to: 0..<ink.width)?.height ?? 0)
        return inked.pieces.contains { piece in
            let nearest = characters.min { abs($0.middle - piece.middle) < abs($1.middle - piece.middle) }
            guard let nearest, nearest.isDigit, abs(nearest.middle - piece.middle) >= settings.fromDigit * em,
                let part = ink.trimmed(to: piece)
            else { return false }
            return Double(part.height) >= height
        }
    }
}
