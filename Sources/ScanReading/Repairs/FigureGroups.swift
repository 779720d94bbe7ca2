internal import PageModel

/// Holds amounts against the rule that commas part thousands in threes and one point the decimals.
///
/// A mark that cannot be what it was read as becomes the other one where the engine saw that too; else, and where digits
/// are missing, the figure is doubted.
struct FigureGroups: LineRepair {
    struct Settings: Hashable, Sendable {
        /// Most digits before the first comma, digits of each group, and most decimals behind commas.
        var first = 3
        var group = 3
        var decimals = 2
        /// Highest confidence of a mark that was settled, and of a figure that follows no rule.
        var settled = 0.85
        var doubted = 0.5
    }

    let settings: Settings

    func repaired(_ line: ReadLine) -> LineReading {
        var reading = line.reading
        for figure in Self.figures(in: reading.characters) { settle(figure, in: &reading) }
        return reading
    }

    /// Digits with marks between them, at least two.
    private struct Figure {
        /// Places of its marks among the characters.
        var marks: [Int]
        /// Digits before the first mark, between the others, and behind the last one.
        var groups: [Int]
    }

    private func settle(_ figure: Figure, in reading: inout LineReading) {
        let inner = figure.groups[1..<(figure.groups.count - 1)]
        let commas = figure.marks.map { Self.commas.contains(reading.characters[$0].scalar) }
        // Dates, numbers of headings and lists have marks, too.
        guard inner.contains(settings.group) || commas[0] && !(commas.last ?? true) else { return }
        guard figure.groups[0] <= settings.first, inner.allSatisfy({ $0 == settings.group }),
            let last = figure.groups.last, last == settings.group || last <= settings.decimals
        else {
            // Years side by side, and other lists.
            if commas.allSatisfy({ $0 }), !inner.contains(settings.group) { return }
            reading.confidence = min(reading.confidence, settings.doubted)
            return
        }
        for (number, place) in figure.marks.enumerated() {
            let isLast = number + 1 == figure.marks.count
            if isLast && last == settings.group { continue }
            let wanted = isLast ? Self.points : Self.commas
            guard !wanted.contains(reading.characters[place].scalar) else { continue }
            guard let other = reading.characters[place].alternatives.first(where: { wanted.contains($0.scalar) }) else {
                reading.confidence = min(reading.confidence, settings.doubted)
                continue
            }
            reading.characters[place].scalar = other.scalar
            reading.confidence = min(reading.confidence, settings.settled)
        }
    }

    private static func figures(in characters: [CharacterReading]) -> [Figure] {
        var figures: [Figure] = []
        var figure = Figure(marks: [], groups: [0])
        func isMark(_ place: Int) -> Bool {
            commas.contains(characters[place].scalar) || points.contains(characters[place].scalar)
        }
        for place in characters.indices {
            if characters[place].isDigit {
                figure.groups[figure.groups.count - 1] += 1
            } else if isMark(place), figure.groups.last ?? 0 > 0, place + 1 < characters.count,
                characters[place + 1].isDigit
            {
                figure.marks.append(place)
                figure.groups.append(0)
            } else {
                if figure.marks.count >= 2 { figures.append(figure) }
                figure = Figure(marks: [], groups: [0])
            }
        }
        if figure.marks.count >= 2 { figures.append(figure) }
        return figures
    }

    private static let commas: Set<Unicode.Scalar> = [",", "，"]
    private static let points: Set<Unicode.Scalar> = [".", "．"]
}
