internal import PageImage
internal import PageModel

/// Finds decimal points that were lost: two digits of one figure stand further apart than those of the page do.
///
/// Faint print and the cleaning of noise take a point away, and 25.5 reads as 255.
struct FigureGaps: ReadingRepair {
    /// Lengths in heights of the digits.
    struct Settings: Hashable, Sendable {
        /// Distances of neighbouring digits on the page from which on their usual one is known.
        var pairs = 8
        /// Distance, as part of the usual one, of digits with a point between them: set close, and in a place of its own.
        var parted = 1.4...2.4
        /// How far a digit's ink may lie from its place.
        var reach = 0.4
        /// A digit's ink is no wider.
        var width = 1.0
        /// Ink between two digits that is at least so high is no point.
        var pointHeight = 0.5
        /// Highest confidence of a figure that lacks a point or got it back.
        var confidence = 0.6
    }

    let settings: Settings

    /// The readings of one page's lines, in the same order, with the points that their digits leave room for.
    func repaired(_ lines: [ReadLine]) -> [LineReading] {
        let gaps = lines.map(gaps)
        let distances = gaps.flatMap { $0.map(\.distance) }.sorted()
        guard distances.count >= settings.pairs else { return lines.map(\.reading) }
        let usual = distances[distances.count / 2]
        return zip(lines, gaps).map { line, gaps in
            let parted = gaps.filter { settings.parted.contains($0.distance / usual) }
            // Digits set wide throughout are no figures with a point.
            guard let gap = parted.first, parted.count == 1 else { return line.reading }
            return mended(line.reading, at: gap)
        }
    }

    private struct Gap {
        /// The digit behind, among the line's characters.
        var place: Int
        /// Between the middles of the digits' ink, in heights of the digits.
        var distance: Double
        /// Where the digits' ink ends and begins again.
        var paper: Range<Int>
    }

    private func mended(_ reading: LineReading, at gap: Gap) -> LineReading {
        let characters = reading.characters
        let tail = characters[gap.place...].prefix(while: \.isDigit)
        let hasPoint =
            characters[gap.place...].dropFirst(tail.count).first?.scalar == "."
            || characters[..<gap.place].reversed().drop(while: \.isDigit).first?.scalar == "."
        var mended = reading
        mended.confidence = min(reading.confidence, settings.confidence)
        // Three digits may follow a comma as well.
        guard tail.count != 3, !hasPoint else { return mended }
        mended.characters.insert(
            CharacterReading(
                scalar: ".", confidence: settings.confidence, start: Double(gap.paper.lowerBound),
                end: Double(gap.paper.upperBound)),
            at: gap.place)
        return mended
    }

    /// The distances of digits that follow each other, where the ink of each is told.
    private func gaps(in line: ReadLine) -> [Gap] {
        let characters = line.reading.characters
        let places = characters.indices.dropFirst().filter { characters[$0].isDigit && characters[$0 - 1].isDigit }
        guard !places.isEmpty else { return [] }
        let ink = InkMask(levelled: line.crop)
        let pieces = ink.inkedColumns.pieces
        func digit(at place: Int) -> (columns: Range<Int>, height: Double)? {
            let middle = characters[place].middle
            let nearest = pieces.min { abs($0.middle - middle) < abs($1.middle - middle) }
            guard let nearest, let height = ink.trimmed(to: nearest)?.height,
                abs(nearest.middle - middle) <= settings.reach * Double(height),
                Double(nearest.count) <= settings.width * Double(height)
            else { return nil }
            return (nearest, Double(height))
        }
        return places.compactMap { place in
            guard let first = digit(at: place - 1), let second = digit(at: place),
                first.columns.upperBound <= second.columns.lowerBound
            else { return nil }
            // Ink as high as a digit in between is a digit that was not read.
            let isHigh = { (piece: Range<Int>) in
                Double(ink.trimmed(to: piece)?.height ?? 0) >= settings.pointHeight * first.height
            }
            let between = first.columns.upperBound..<second.columns.lowerBound
            guard !pieces.contains(where: { between.contains($0.lowerBound) && isHigh($0) }) else { return nil }
            return Gap(
                place: place,
                distance: (second.columns.middle - first.columns.middle) / max(first.height, second.height),
                paper: between)
        }
    }
}
