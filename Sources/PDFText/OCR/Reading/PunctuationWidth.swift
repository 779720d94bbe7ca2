/// Tells full-width from half-width punctuation by the room that it takes; engines take the one for the other.
struct PunctuationWidth {
    struct Settings: Hashable, Sendable {
        /// Free paper beside a full-width mark, and at most beside a half-width one, in heights of the line.
        var full = 0.45
        var half = 0.36
        /// Width of a full-width equals sign, and at most of a half-width one, in heights of the line.
        var wideSign = 0.74
        var narrowSign = 0.62
    }

    let settings: Settings

    /// - Parameters:
    ///   - crop: The line's picture.
    ///   - em: Height of a Chinese character of the line, pixels.
    func mended(_ reading: LineReading, crop: GrayImage, em: Double) -> LineReading {
        guard reading.characters.contains(where: { Self.pairs[$0.scalar] != nil }) else { return reading }
        let inked = columns(of: crop)
        var characters = reading.characters
        for index in characters.indices {
            guard let forms = Self.pairs[characters[index].scalar] else { continue }
            // Within a figure ("3,600") the mark is narrow however the figure is set.
            if forms.half == ",", index > 0, index + 1 < characters.count,
                [characters[index - 1], characters[index + 1]].allSatisfy({ ("0"..."9").contains($0.scalar) })
            {
                characters[index].scalar = forms.half
                continue
            }
            guard let room = room(of: characters[index], in: inked, em: em)
            else { continue }
            let isFull: Bool
            if forms.half == "=" {
                guard room.ink >= settings.wideSign * em || room.ink <= settings.narrowSign * em else { continue }
                isFull = room.ink >= settings.wideSign * em
            } else {
                // At the end of a line nothing tells how much room a mark takes there.
                let free: Double
                switch (room.left, room.right) {
                case (let left?, let right?): free = left + right
                case (let left?, nil) where Self.opening.contains(forms.half): free = left + 0.08 * em
                case (nil, let right?) where !Self.opening.contains(forms.half): free = right + 0.08 * em
                default: continue
                }
                guard free >= settings.full * em || free <= settings.half * em else { continue }
                isFull = free >= settings.full * em
            }
            characters[index].scalar = isFull ? forms.full : forms.half
        }
        return LineReading(characters: characters, confidence: reading.confidence)
    }

    private func columns(of crop: GrayImage) -> [Bool] {
        let ink = InkMask(levelled: crop)
        return (0..<crop.width).map { x in (0..<crop.height).contains { ink.isInk[$0 * crop.width + x] } }
    }

    /// How wide the mark's ink is, and how much paper lies to the ink before and behind; nil beyond the line's ends.
    private func room(
        of character: CharacterReading, in inked: [Bool], em: Double
    ) -> (ink: Double, left: Double?, right: Double?)? {
        let middle = Int((character.start + character.end) / 2)
        guard inked.indices.contains(middle) else { return nil }
        let reach = Int(0.5 * em)
        guard
            let seed = (0...reach).lazy.flatMap({ [middle - $0, middle + $0] })
                .first(where: { inked.indices.contains($0) && inked[$0] })
        else { return nil }
        var left = seed
        while left > 0, inked[left - 1] { left -= 1 }
        var right = seed
        while right + 1 < inked.count, inked[right + 1] { right += 1 }
        // Wider than a mark: it touches its neighbour.
        guard Double(right - left) <= 1.05 * em else { return nil }
        let before = inked[..<left].lastIndex(of: true).map { Double(left - $0 - 1) }
        let behind = inked[(right + 1)...].firstIndex(of: true).map { Double($0 - right - 1) }
        return (Double(right - left + 1), before, behind)
    }

    private static let opening: Set<Unicode.Scalar> = ["("]

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
