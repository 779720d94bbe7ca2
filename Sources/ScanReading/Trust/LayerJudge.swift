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
