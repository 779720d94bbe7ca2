internal import PageImage
internal import PageModel

/// Compares a sample of a hidden text layer with what the picture shows at its places.
struct LayerJudge {
    struct Settings: Hashable, Sendable {
        /// How many places are compared.
        var sample = 24
        /// Fewest characters of a place.
        var shortest = 2
        /// Part of the characters that may differ.
        var differing = 0.05
        /// Part of the runs that may reach over a ruling line.
        var crossing = 0.08
        /// Part of the places that may differ by half or more.
        var wrongPlaces = 0.05
        /// A place read with less confidence says nothing about the layer.
        var confidence = 0.75
        /// Part of the places that must be read surely for the others to be left out.
        var sureShare = 0.5
        /// How many figures are compared besides, and how long they are at most.
        var figures = 64
        var longestFigure = 24
        /// Least confidence of a figure that speaks against the layer's.
        var figureConfidence = 0.95
        /// From so many figures on that are wrong, and this part of those compared, the layer is.
        var wrongFigures = 2
        var wrongFigureShare = 0.04
        /// Highest confidence of a figure of the layer that the picture shows otherwise.
        var doubted = 0.5
    }

    /// One place of the page.
    struct Place {
        /// What the layer says.
        var layer: String
        /// What was read there; nothing of no confidence.
        var read: String
        var confidence: Double
    }

    let settings: Settings

    /// Places of runs, evenly spread over the page's runs.
    func sample(of runs: [TextRun]) -> [Int] {
        let long = runs.indices.filter { index in
            runs[index].glyphs.count { $0.scalar != " " } >= settings.shortest
        }
        let candidates = long.isEmpty ? Array(runs.indices) : long
        guard candidates.count > settings.sample else { return candidates }
        return (0..<settings.sample).map { candidates[$0 * candidates.count / settings.sample] }
    }

    /// Places of runs with figures, evenly spread over the page's: a reading before may be right but for these.
    func figures(of runs: [TextRun]) -> [Int] {
        let candidates = runs.indices.filter { index in
            let glyphs = runs[index].glyphs
            return glyphs.count >= settings.shortest && glyphs.count <= settings.longestFigure
                && glyphs.contains { $0.scalar.isDigit }
        }
        guard candidates.count > settings.figures else { return candidates }
        return (0..<settings.figures).map { candidates[$0 * candidates.count / settings.figures] }
    }

    /// Which of some places surely show other digits than the layer has.
    ///
    /// Digits that are but some of the layer's are no others: a run's place may cut through its text.
    func wrongFigures(_ places: [Place]) -> [Int] {
        places.indices.filter { index in
            let (layer, read) = (Self.digits(places[index].layer), Self.digits(places[index].read))
            return places[index].confidence >= settings.figureConfidence && layer != read && !read.isEmpty
                && !layer.contains(read)
        }
    }

    /// Whether so many figures are wrong that the others cannot be believed.
    func isWrong(_ figures: Int, of compared: Int) -> Bool {
        figures >= settings.wrongFigures && Double(figures) >= settings.wrongFigureShare * Double(compared)
    }

    private static func digits(_ text: String) -> String {
        String(joining: text.unicodeScalars.map(\.narrow).filter(\.isDigit))
    }

    /// Whether the layer says what the picture shows.
    ///
    /// Doubtful readings are left out: else an engine that misreads a character in fifty would call good layers wrong.
    /// Of a picture that reads badly all over every place counts.
    func isGood(_ places: [Place]) -> Bool {
        let sure = places.filter { $0.confidence >= settings.confidence || $0.read.isEmpty }
        let isReadable = Double(sure.count) >= settings.sureShare * Double(places.count)
        return agree(isReadable ? sure : places)
    }

    private func agree(_ places: [Place]) -> Bool {
        var characters = 0
        var edits = 0
        var wrong = 0
        for place in places {
            let layer = LayerJudge.folded(place.layer)
            let read = LayerJudge.folded(place.read)
            let distance = LayerJudge.distance(layer, read)
            let length = max(layer.count, read.count)
            characters += length
            edits += distance
            if 2 * distance >= max(length, 1) { wrong += 1 }
        }
        return Double(edits) <= settings.differing * Double(characters)
            && Double(wrong) <= settings.wrongPlaces * Double(places.count)
    }

    /// Whether many runs reach from one cell into the next: the layer's places are those of lines, not of words.
    ///
    /// - Parameter page: With the ruling lines of its picture.
    func crossesRulings(_ page: PageContent) -> Bool {
        let walls = page.rulings
        let crossing = page.runs.count { run in
            let lies = run.rotation.isUpright
            let (from, to) = lies ? (run.box.x0, run.box.x1) : (run.box.y0, run.box.y1)
            let middle = lies ? run.box.midY : run.box.midX
            let em = lies ? run.box.height : run.box.width
            return walls.contains {
                $0.axis == (lies ? .vertical : .horizontal) && $0.position > from + em && $0.position < to - em
                    && $0.start <= middle && middle <= $0.end
            }
        }
        return Double(crossing) > settings.crossing * Double(page.runs.count)
    }

    /// Letters, digits and ideographs, in narrow forms: what two readings of one picture agree on.
    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.compactMap { scalar in
            let narrow = scalar.narrow
            return narrow.properties.isAlphabetic || narrow.properties.numericType != nil ? narrow : nil
        }
    }

    /// Fewest insertions, deletions and replacements from one to the other (Levenshtein 1966).
    private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var row = Array(0...second.count)
        for (index, scalar) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in second.indices {
                let replaced = diagonal + (second[place] == scalar ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}

extension LayerJudge.Place {
    init(layer: String, reading: LineReading) {
        self.init(layer: layer, read: reading.text, confidence: reading.confidence)
    }
}
