internal import PageImage
internal import PageModel

/// Puts pairs of brackets right: both are of one kind, and one that the engine passed over is found by its ink.
struct BracketReader: LineRepair {
    static let needsPlaces = true

    /// Lengths in heights of the line.
    struct Settings: Hashable, Sendable {
        /// Greatest width of a bracket's ink, and its least height.
        var width = 0.3
        var height = 0.75
        /// Least distance of a bracket's ink from the middle of an ideograph, and of another character.
        var fromIdeograph = 0.46
        var fromFigure = 0.25
        /// Characters between the brackets of a pair that must be alike, at most.
        var reach = 8
        /// How near to the paper's brightness, from the ink's, a pixel of a bracket may be, 0…1; tried one by one: a
        /// bracket may touch what stands beside it.
        var inkShares = [0.5, 0.3]
        /// Confidence of a bracket found by its ink.
        var confidence = 0.85
    }

    let settings: Settings

    func repaired(_ line: ReadLine) -> LineReading {
        let reading = line.reading
        guard reading.characters.contains(where: { Self.kind($0.scalar) != nil }) else { return reading }
        var mended = closed(reading, crop: line.crop, em: line.em)
        matchKinds(&mended.characters)
        return mended
    }

    // MARK: Kinds

    /// Gives the brackets of a pair that were read as two kinds the kind that the engine saw in both.
    private func matchKinds(_ characters: inout [CharacterReading]) {
        var open: Int?
        for index in characters.indices {
            guard let kind = Self.kind(characters[index].scalar) else { continue }
            if kind.opens {
                open = index
            } else if let first = open {
                open = nil
                let other = Self.kind(characters[first].scalar)?.shape
                guard index - first <= settings.reach, let other, other != kind.shape else { continue }
                let sums = Self.shapes.indices.map { shape in
                    (
                        shape: shape, first: characters[first].likelihood(of: shape),
                        last: characters[index].likelihood(of: shape)
                    )
                }.filter { $0.first > 0 && $0.last > 0 }
                guard let best = sums.max(by: { $0.first + $0.last < $1.first + $1.last }) else { continue }
                characters[first].scalar = Self.shapes[best.shape].open
                characters[index].scalar = Self.shapes[best.shape].close
            }
        }
    }

    // MARK: Lost brackets

    /// The reading with the closing bracket that only the ink shows: high and narrow, on no character's place, behind
    /// an opening bracket without partner.
    private func closed(_ reading: LineReading, crop: GrayImage, em: Double) -> LineReading {
        var characters = reading.characters
        guard let first = characters.lastIndex(where: { Self.kind($0.scalar) != nil }),
            let kind = Self.kind(characters[first].scalar), kind.opens, first + 2 < characters.count
        else { return reading }
        func isUnread(_ run: Run) -> Bool {
            guard Double(run.columns.count) <= settings.width * em, Double(run.height) >= settings.height * em else {
                return false
            }
            return characters.allSatisfy { character in
                let least = character.scalar.isIdeograph ? settings.fromIdeograph : settings.fromFigure
                return abs(character.middle - run.middle) >= least * em
            } && run.middle > characters[first + 1].start
        }
        let found = settings.inkShares.lazy.map { runs(in: crop, inkShare: $0).filter(isUnread) }
        guard let places = found.first(where: { !$0.isEmpty }), places.count == 1, let place = places.first else {
            return reading
        }
        let middle = place.middle
        guard let next = characters.indices.first(where: { characters[$0].middle > middle }),
            next > first + 1
        else { return reading }
        let bracket = CharacterReading(
            scalar: Self.shapes[kind.shape].close, confidence: settings.confidence,
            start: Double(place.columns.lowerBound), end: Double(place.columns.upperBound))
        characters.insert(bracket, at: next)
        return LineReading(characters: characters, confidence: min(reading.confidence, settings.confidence))
    }

    private struct Run {
        var columns: Range<Int>
        var height: Int

        var middle: Double { Double(columns.lowerBound + columns.upperBound) / 2 }
    }

    /// Columns of ink between columns of paper, and how high the ink in them reaches.
    private func runs(in crop: GrayImage, inkShare: Double) -> [Run] {
        let ink = InkMask(levelled: crop, inkShare: inkShare)
        return ink.inkedColumns.pieces.compactMap { columns in
            ink.trimmed(to: columns).map { Run(columns: columns, height: $0.height) }
        }
    }

    // MARK: Brackets

    /// Both widths of a shape are one kind; the first is the one that is written.
    fileprivate static let shapes: [(open: Unicode.Scalar, close: Unicode.Scalar, all: [Unicode.Scalar])] = [
        ("(", ")", ["(", "（", ")", "）"]), ("[", "]", ["[", "［", "]", "］"]), ("〔", "〕", ["〔", "〕", "﹝", "﹞"]),
        ("【", "】", ["【", "】"]),
    ]

    private static func kind(_ scalar: Unicode.Scalar) -> (shape: Int, opens: Bool)? {
        guard let shape = shapes.firstIndex(where: { $0.all.contains(scalar) }) else { return nil }
        return (shape, "(（[［〔﹝【".unicodeScalars.contains(scalar))
    }
}

extension CharacterReading {
    /// How likely the place shows a bracket of the shape, by the engine.
    fileprivate func likelihood(of shape: Int) -> Double {
        let all = BracketReader.shapes[shape].all
        return alternatives.reduce(all.contains(scalar) ? confidence : 0) {
            $0 + (all.contains($1.scalar) ? $1.probability : 0)
        }
    }
}
