internal import PageImage
internal import PageModel

/// Puts brackets back that Tesseract passed over, where their shape and their partner speak for them.
struct LostBrackets {
    let settings: TesseractSettings
    private let ink: InkMask
    /// Columns of ink between columns of paper.
    private let pieces: [Range<Int>]
    /// Of the line's picture, in pixels.
    private let height: Double
    /// Height of the ink: that of a Chinese character where there are any.
    private let em: Double

    /// - Parameter ink: Of the line.
    init(_ ink: InkMask, settings: TesseractSettings) {
        self.settings = settings
        self.ink = ink
        height = Double(ink.height)
        pieces = ink.inkedColumns.pieces
        em = ink.trimmed(to: 0..<ink.width).map { Double($0.height) } ?? height
    }

    /// Whether a reading may lack a bracket: one is closed that was not opened, or any may stand at the end.
    func mend(_ characters: inout [CharacterReading]) {
        if let close = Self.unopened(characters) { open(before: close, in: &characters) }
        openAtEnd(&characters)
    }

    /// The first closing bracket without a partner.
    private static func unopened(_ characters: [CharacterReading]) -> Int? {
        var depth = 0
        for (index, character) in characters.enumerated() {
            if opening.contains(character.scalar) { depth += 1 }
            guard closing.contains(character.scalar) else { continue }
            if depth == 0 { return index }
            depth -= 1
        }
        return nil
    }

    /// Puts the bracket where the characters behind it fill the room up to its partner: places of characters are rough.
    private func open(before close: Int, in characters: inout [CharacterReading]) {
        let brackets = brackets()
        let partners = brackets.filter { $0.side == .closing && $0.room >= settings.bracketRoom }
        let marks = characters.indices.filter { Self.closing.contains(characters[$0].scalar) }
        guard partners.count == marks.count, let order = marks.firstIndex(of: close) else {
            if let first = pieces.first, bracket(at: first) == .opening { insert(first, at: 0, in: &characters) }
            return
        }
        let from = order > 0 ? partners[order - 1].columns.upperBound : 0
        let first = order > 0 ? marks[order - 1] + 1 : 0
        let onlyNarrow = characters[first..<close].lastIndex { $0.scalar.isIdeograph }.map { $0 + 1 } ?? first
        for lost in brackets.reversed() where lost.side == .opening {
            let columns = lost.columns
            guard columns.lowerBound >= from, columns.upperBound <= partners[order].columns.lowerBound else { continue }
            let room = Double(partners[order].columns.lowerBound - columns.upperBound) / em - settings.bracketPaper
            // Left halves of ideographs have the shape of a bracket, too, but no paper between them and the other half.
            let places = lost.room == 1 ? first..<close : onlyNarrow..<close
            var filled = 0.0
            var best: (place: Int, miss: Double)?
            for place in places.reversed() {
                filled += characters[place].scalar.isIdeograph ? 1 : settings.narrowRoom
                let miss = abs(filled - room)
                if miss < best?.miss ?? settings.bracketMiss { best = (place, miss) }
            }
            if let best { return insert(columns, at: best.place, in: &characters) }
        }
    }

    /// A bracket that opens at the end of a line, as in a heading that goes on in the next one.
    private func openAtEnd(_ characters: inout [CharacterReading]) {
        guard let last = pieces.last, pieces.count > 1, let read = characters.last?.scalar,
            !Self.bracketLike.contains(read), bracket(at: last) == .opening
        else { return }
        insert(last, at: characters.count, in: &characters)
    }

    private func insert(_ columns: Range<Int>, at place: Int, in characters: inout [CharacterReading]) {
        var (start, end) = (Double(columns.lowerBound), Double(columns.upperBound))
        if place > 0 {
            start = max(start, characters[place - 1].start)
            characters[place - 1].end = min(characters[place - 1].end, start)
        }
        if place < characters.count {
            end = min(end, characters[place].end)
            start = min(start, end)
            characters[place].start = max(characters[place].start, end)
        }
        characters.insert(
            CharacterReading(scalar: "（", confidence: settings.signConfidence, start: start, end: max(start, end)),
            at: place)
    }

    private enum Side { case opening, closing }

    /// Ink of the shape of a bracket, from left to right, and the part of its width that it has for itself: 1 where
    /// paper parts it from its neighbours.
    private func brackets() -> [(columns: Range<Int>, side: Side, room: Double)] {
        let parts = ink.parts()
        return parts.compactMap { part -> (columns: Range<Int>, side: Side, room: Double)? in
            guard let side = side(of: part.mask) else { return nil }
            let columns = part.box.x0..<part.box.x1
            if pieces.contains(columns) { return (columns, side, 1) }
            let shared = columns.count { x in parts.contains { $0.box != part.box && $0.box.x0 <= x && x < $0.box.x1 } }
            return (columns, side, settings.touchingRoom * Double(columns.count - shared) / Double(columns.count))
        }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    private func bracket(at columns: Range<Int>) -> Side? { ink.trimmed(to: columns).flatMap(side) }

    /// Narrow and high, its middle on one side and its ends on the other.
    private func side(of mask: InkMask) -> Side? {
        guard mask.width >= 3, Double(mask.height) >= settings.bracketHeight * height, mask.height >= 2 * mask.width
        else { return nil }
        let sixth = max(1, mask.height / 6)
        let bands = [
            0..<sixth, (mask.height / 2 - sixth)..<(mask.height / 2 + sixth), (mask.height - sixth)..<mask.height,
        ]
        // Paper beside the ink at its top, its middle and its bottom.
        let left = bands.map { mask.paper(besideRows: $0, fromRight: false) }
        let right = bands.map { mask.paper(besideRows: $0, fromRight: true) }
        for (side, outer, inner) in [(Side.opening, left, right), (.closing, right, left)] {
            guard outer[1] == 0, 4 * min(outer[0], outer[2]) > mask.width, 5 * inner[1] > mask.width,
                abs(outer[0] - outer[2]) <= max(1, mask.width / 4)
            else { continue }
            return side
        }
        return nil
    }

    private static let opening: Set<Unicode.Scalar> = ["(", "（"]
    private static let closing: Set<Unicode.Scalar> = [")", "）"]
    /// What the ink of an opening bracket may have been read as.
    private static let bracketLike = Set("(（[［〔﹝【{｛《〈「『<＜C".unicodeScalars)
}

extension InkMask {
    /// Columns without ink in some rows, from one side on.
    fileprivate func paper(besideRows rows: Range<Int>, fromRight: Bool) -> Int {
        rows.map { y in
            (0..<width).first { isInk[y * width + (fromRight ? width - 1 - $0 : $0)] } ?? width
        }.min() ?? 0
    }
}
