internal import PageImage
internal import PageModel

/// Tells the comma between thousands from the point that the engine took it for: it reaches below the digits.
///
/// 30,000 read as 30.000 would be thirty.
struct ThousandsMark: LineRepair {
    static let needsPlaces = true

    /// Lengths in heights of the digits.
    struct Settings: Hashable, Sendable {
        /// How far the tail of a comma reaches below the digits, at least.
        var tail = 0.08
        /// The same in pixels.
        var leastTail = 1.5
        /// How near to the paper's brightness, from the ink's, a pixel of the tail may be, 0…1.
        var inkShare = 0.68
        /// How far the mark's ink may lie from its place.
        var reach = 0.3
        /// Highest confidence of a comma told by its shape.
        var confidence = 0.85
    }

    let settings: Settings

    func repaired(_ line: ReadLine) -> LineReading {
        let reading = line.reading
        let points = reading.characters.indices.filter { mayPartThousands($0, in: reading.characters) }
        guard !points.isEmpty else { return reading }
        let ink = InkMask(levelled: line.crop, inkShare: settings.inkShare)
        let pieces = ink.inkedColumns.pieces
        var characters = reading.characters
        for point in points
        where hasTail(at: characters[point], between: [characters[point - 1], characters[point + 1]], pieces, of: ink) {
            characters[point].scalar = ","
            characters[point].confidence = min(characters[point].confidence, settings.confidence)
        }
        return LineReading(characters: characters)
    }

    /// Whether one to three digits stand before the point and exactly three behind it.
    private func mayPartThousands(_ place: Int, in characters: [CharacterReading]) -> Bool {
        guard characters[place].scalar == "." else { return false }
        let before = characters[..<place].reversed().prefix(while: \.isDigit).count
        let behind = characters[(place + 1)...].prefix(while: \.isDigit).count
        return (1...3).contains(before) && behind == 3
    }

    private func hasTail(
        at mark: CharacterReading, between digits: [CharacterReading], _ pieces: [Range<Int>], of ink: InkMask
    ) -> Bool {
        func rows(at character: CharacterReading) -> (piece: Range<Int>, rows: Range<Int>)? {
            pieces.min { abs($0.middle - character.middle) < abs($1.middle - character.middle) }
                .flatMap { piece in ink.rows(of: piece).map { (piece, $0) } }
        }
        guard let found = rows(at: mark), digits.count == 2, let left = rows(at: digits[0]),
            let right = rows(at: digits[1]), found.piece != left.piece, found.piece != right.piece
        else { return false }
        let height = Double(max(left.rows.count, right.rows.count))
        let below = found.rows.upperBound - max(left.rows.upperBound, right.rows.upperBound)
        return abs(found.piece.middle - mark.middle) <= settings.reach * height
            && Double(below) >= max(settings.tail * height, settings.leastTail)
    }
}
