internal import PageModel

/// Settles what a line says that one model read doubtfully, by what a second one read.
///
/// Neither model is made to say what it did not read: where both say the same, it is believed more; where they differ,
/// one of both readings is taken and believed less.
struct ReadingVote {
    struct Settings: Hashable, Sendable {
        /// A line whose least sure character reads with less is read a second time.
        var sure = 0.8
        /// Highest confidence of a line that both read alike: they were taught by the same pictures.
        var agreed = 0.85
        /// Mean confidence with which the second reading must surpass the first to be taken.
        var lead = 0.1
        /// Highest confidence of a line whose figures read in two ways.
        var disputed = 0.6
        /// A second reading of less confidence disputes nothing.
        var witness = 0.7
    }

    let settings: Settings

    func isDoubtful(_ reading: LineReading) -> Bool { reading.confidence < settings.sure }

    /// One of two readings of one line.
    func choice(_ first: LineReading, _ second: LineReading) -> LineReading {
        let texts = [first, second].map(\.folded)
        if texts[0] == texts[1] {
            var agreed = first
            agreed.confidence = max(first.confidence, min(second.confidence, settings.agreed))
            return agreed
        }
        var chosen = second.meanConfidence >= first.meanConfidence + settings.lead ? second : first
        let other = chosen == first ? second : first
        let figures = [chosen, other].map(\.figures)
        if figures[0] != figures[1], other.meanConfidence >= settings.witness {
            chosen.confidence = min(chosen.confidence, settings.disputed)
        }
        return chosen
    }
}

extension LineReading {
    /// Its characters in narrow forms, without spaces.
    fileprivate var folded: [Unicode.Scalar] { characters.map(\.scalar.narrow).filter { $0 != " " } }

    /// What makes up its figures.
    fileprivate var figures: [Unicode.Scalar] { folded.filter { $0.isDigit || ".,%".unicodeScalars.contains($0) } }
}
