internal import PageImage
internal import PageModel

/// Finds what the engine passed over: places where it saw a character, but paper was likelier still.
///
/// A faint mark whose ink stands alone is put in; where anything else was seen the line is incomplete.
struct FaintReader: LineRepair {
    /// Lengths in heights of the line.
    struct Settings: Hashable, Sendable {
        /// Probability of a mark from which on it is put in.
        var mark = 0.15
        /// How far the ink may lie from the place where the engine saw something.
        var reach = 0.25
        /// Greatest width of a mark's ink.
        var width = 0.4
        /// Highest confidence of a line of which a character was passed over.
        var confidence = 0.5
    }

    let settings: Settings

    func repaired(_ line: ReadLine) -> LineReading {
        let (reading, em) = (line.reading, line.em)
        guard !reading.faint.isEmpty, !reading.characters.isEmpty else { return reading }
        let pieces = InkMask(levelled: line.crop).inkedColumns.pieces
        var characters = reading.characters
        var isIncomplete = false
        for seen in reading.faint where !Self.edges.contains(seen.scalar) {
            let next = characters.firstIndex { $0.middle > seen.middle } ?? characters.count
            let before = next > 0 ? characters[next - 1] : nil
            let behind = next < characters.count ? characters[next] : nil
            if seen.scalar == " " {
                // Paper between two figures may have held a point.
                if before?.isDigit ?? false, behind?.isDigit ?? false { isIncomplete = true }
                continue
            }
            let ink = pieces.first { piece in
                let middle = Double(piece.lowerBound + piece.upperBound) / 2
                return abs(middle - seen.middle) <= settings.reach * em
                    && Double(piece.count) <= settings.width * em
                    && ![before, behind].contains { $0.map { piece.contains(Int($0.middle)) } ?? false }
            }
            // The dark edge of the crop is nothing that was printed.
            guard ink != nil || before != nil && behind != nil else { continue }
            isIncomplete = true
            guard let ink, seen.confidence >= settings.mark, Self.marks.contains(seen.scalar), before != nil else {
                continue
            }
            characters.insert(
                CharacterReading(
                    scalar: seen.scalar, confidence: settings.confidence, start: Double(ink.lowerBound),
                    end: Double(ink.upperBound)),
                at: next)
        }
        guard isIncomplete else { return reading }
        return LineReading(characters: characters, confidence: min(reading.confidence, settings.confidence))
    }

    private static let marks = Set("、，,。.；;：:%％".unicodeScalars)
    /// What is left of a ruling line beside the text looks like these.
    private static let edges = Set("|丨Il!！".unicodeScalars)
}
