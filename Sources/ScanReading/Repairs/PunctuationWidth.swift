internal import PageImage
internal import PageModel

/// Tells full-width from half-width punctuation by the room that it takes; engines take the one for the other.
///
/// A page is set alike throughout: where a mark's own room says nothing, as at the end of a line, its partner or the
/// page's other marks of its kind decide.
struct PunctuationWidth: ReadingRepair {
    /// Ratios count in the distance from one ideograph of the line to the next.
    struct Settings: Hashable, Sendable {
        /// Free paper beside a full-width mark, and at most beside a half-width one, a space behind it included.
        var full = 0.74
        var half = 0.68
        /// The same where the mark has a neighbour on one side only.
        var fullAside = 0.5
        var halfAside = 0.35
        /// Paper that a full-width neighbour brings along.
        var neighbour = 0.5
        /// Ink of an equals sign with the paper behind it: of a full-width one, and at most of a half-width one.
        var wideSign = 0.78
        var narrowSign = 0.7
        /// Neighbouring ideographs from which on their distance is measured, and the distance where there are fewer, in
        /// heights of the line.
        var pairs = 4
        var pitch = 1.03
        /// Part of the page's marks of one kind that must be of one width to decide over the others.
        var majority = 0.75
        /// How far from its place the ink of a mark is looked for, and how wide it is at most.
        var reach = 0.5
        var widestMark = 1.05
    }

    let settings: Settings

    /// The readings of one page's lines, in the same order, each mark of the width that it takes on the page.
    func repaired(_ lines: [ReadLine]) -> [LineReading] {
        var tally: [Unicode.Scalar: (full: Int, half: Int)] = [:]
        let measured = lines.map { line in
            let widths = widths(in: line)
            for (index, isFull) in widths {
                let kind = Self.kind(of: line.reading.characters[index].scalar)
                tally[kind, default: (0, 0)].full += isFull ? 1 : 0
                tally[kind, default: (0, 0)].half += isFull ? 0 : 1
            }
            return widths
        }
        return zip(lines, measured).map { line, measured in
            var characters = line.reading.characters
            guard characters.count > 1, characters.contains(where: { Self.pairs[$0.scalar] != nil }) else {
                return line.reading
            }
            var widths = measured
            matchBrackets(&widths, in: characters)
            for index in characters.indices {
                let scalar = characters[index].scalar
                guard let forms = Self.pairs[scalar] else { continue }
                if Self.isWithinFigure(index, in: characters) {
                    characters[index].scalar = forms.half
                } else if let isFull = widths[index] ?? majority(of: tally[Self.kind(of: scalar)]) {
                    characters[index].scalar = isFull ? forms.full : forms.half
                }
            }
            return LineReading(characters: characters, confidence: line.reading.confidence)
        }
    }

    private func majority(of tally: (full: Int, half: Int)?) -> Bool? {
        guard let tally, tally.full != tally.half else { return nil }
        let most = Double(max(tally.full, tally.half))
        return most >= settings.majority * Double(tally.full + tally.half) ? tally.full > tally.half : nil
    }

    // MARK: One line

    /// Which marks are full-width, by their places among the characters; those that cannot be told are missing.
    private func widths(in line: ReadLine) -> [Int: Bool] {
        let characters = line.reading.characters
        guard characters.count > 1, characters.contains(where: { Self.pairs[$0.scalar] != nil }) else { return [:] }
        let inked = InkMask(levelled: line.crop).inkedColumns
        let pitch = pitch(of: characters) ?? settings.pitch * line.em
        var widths: [Int: Bool] = [:]
        for index in characters.indices {
            guard let forms = Self.pairs[characters[index].scalar], !Self.isWithinFigure(index, in: characters),
                let room = room(of: characters[index], in: inked, em: line.em)
            else { continue }
            if forms.half == "=" {
                guard let right = room.right else { continue }
                let size = (room.ink + right) / pitch
                if size >= settings.wideSign { widths[index] = true }
                if size <= settings.narrowSign { widths[index] = false }
            } else {
                let before = room.left != nil ? characters[..<index].last { $0.scalar != " " }?.scalar : nil
                let behind = room.right != nil ? characters[(index + 1)...].first { $0.scalar != " " }?.scalar : nil
                widths[index] = isFull(
                    forms.half, left: room.left.map { $0 / pitch }, right: room.right.map { $0 / pitch },
                    hasGuest: before.map(Self.bringsPaperBehind) ?? false || behind.map(Self.bringsPaperBefore) ?? false
                )
            }
        }
        return widths
    }

    /// - Parameter hasGuest: A neighbour brings paper of its own along, if it is full-width.
    private func isFull(_ mark: Unicode.Scalar, left: Double?, right: Double?, hasGuest: Bool) -> Bool? {
        let free: Double
        var (full, half) = (settings.full, settings.half)
        switch (left, right) {
        case (let left?, let right?): free = left + right
        // The mark stands at the other side of its place.
        case (let left?, nil) where mark == "(": (free, full, half) = (left, settings.fullAside, settings.halfAside)
        case (nil, let right?) where mark != "(": (free, full, half) = (right, settings.fullAside, settings.halfAside)
        default: return nil
        }
        if hasGuest { full += settings.neighbour }
        return free >= full ? true : free <= half ? false : nil
    }

    /// Gives the bracket that could not be measured the width of its partner.
    private func matchBrackets(_ widths: inout [Int: Bool], in characters: [CharacterReading]) {
        var open: [Int] = []
        for index in characters.indices {
            guard let mark = Self.pairs[characters[index].scalar]?.half else { continue }
            if mark == "(" { open.append(index) }
            guard mark == ")", let partner = open.popLast() else { continue }
            if let width = widths[partner] {
                if widths[index] == nil { widths[index] = width }
                // One of them was measured wrong, so that the page decides.
                if widths[index] != width { (widths[index], widths[partner]) = (nil, nil) }
            } else if let width = widths[index] {
                widths[partner] = width
            }
        }
    }

    /// The usual distance of two ideographs side by side; nil for few.
    private func pitch(of characters: [CharacterReading]) -> Double? {
        let distances = zip(characters, characters.dropFirst()).compactMap { first, second -> Double? in
            guard first.scalar.isIdeograph, second.scalar.isIdeograph else { return nil }
            return second.middle - first.middle
        }.sorted()
        return distances.count >= settings.pairs ? distances[distances.count / 2] : nil
    }

    /// How wide the mark's ink is, and how much paper lies to the ink before and behind; nil beyond the line's ends.
    private func room(
        of character: CharacterReading, in inked: [Bool], em: Double
    ) -> (ink: Double, left: Double?, right: Double?)? {
        let middle = Int(character.middle)
        guard inked.indices.contains(middle) else { return nil }
        let reach = Int(settings.reach * em)
        guard
            let seed = (0...reach).lazy.flatMap({ [middle - $0, middle + $0] })
                .first(where: { inked.indices.contains($0) && inked[$0] })
        else { return nil }
        var left = seed
        while left > 0, inked[left - 1] { left -= 1 }
        var right = seed
        while right + 1 < inked.count, inked[right + 1] { right += 1 }
        // Wider than a mark: it touches its neighbour.
        guard Double(right - left) <= settings.widestMark * em else { return nil }
        let before = inked[..<left].lastIndex(of: true).map { Double(left - $0 - 1) }
        let behind = inked[(right + 1)...].firstIndex(of: true).map { Double($0 - right - 1) }
        return (Double(right - left + 1), before, behind)
    }

    // MARK: Marks

    /// Within a figure ("3,600") the comma is narrow however the figure is set.
    private static func isWithinFigure(_ index: Int, in characters: [CharacterReading]) -> Bool {
        guard index > 0, index + 1 < characters.count else { return false }
        return pairs[characters[index].scalar]?.half == ","
            && [characters[index - 1], characters[index + 1]].allSatisfy { $0.isDigit }
    }

    /// The marks of one kind are set alike: both brackets are one.
    private static func kind(of mark: Unicode.Scalar) -> Unicode.Scalar {
        let half = pairs[mark]?.half ?? mark
        return half == ")" ? "(" : half
    }

    private static func bringsPaperBehind(_ scalar: Unicode.Scalar) -> Bool {
        "，。、；：！？）》〉」』】〕”’,.;:!?)]·".unicodeScalars.contains(scalar)
    }

    private static func bringsPaperBefore(_ scalar: Unicode.Scalar) -> Bool {
        "（《〈「『【〔“‘([".unicodeScalars.contains(scalar)
    }

    private static let pairs: [Unicode.Scalar: (full: Unicode.Scalar, half: Unicode.Scalar)] = {
        var pairs: [Unicode.Scalar: (full: Unicode.Scalar, half: Unicode.Scalar)] = [:]
        for (full, half) in [
            ("，", ","), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"), ("＝", "="),
        ] as [(Unicode.Scalar, Unicode.Scalar)] {
            pairs[full] = (full, half)
            pairs[half] = (full, half)
        }
        return pairs
    }()
}
