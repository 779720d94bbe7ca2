/// A text with the place where it is printed.
struct PlacedText: Hashable {
    var text: String
    var evidence: FieldEvidence?

    init(_ text: String, at evidence: FieldEvidence?) {
        self.text = text
        self.evidence = evidence
    }
}

extension FormCell {
    /// The whole text of the cell.
    var placed: PlacedText { placed(text) }

    var evidence: FieldEvidence {
        FieldEvidence(lines: printed, reading: raw, repairs: repairs, confidence: confidence)
    }

    /// A part of the cell's text: at the line that holds all of it where there is one, else at all of them.
    func placed(_ part: String) -> PlacedText {
        let bare = String(part.filter { !$0.isWhitespace })
        let holding = printed.filter { String($0.text.filter { !$0.isWhitespace }).contains(bare) }
        var place = evidence
        if let line = holding.first { place.lines = [line] }
        return PlacedText(part, at: place)
    }
}
