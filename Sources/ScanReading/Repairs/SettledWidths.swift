internal import PageModel

/// Adds up what the engine gave to the wide and the narrow form of one character: it is sure of the character.
struct SettledWidths: LineRepair {
    func repaired(_ line: ReadLine) -> LineReading {
        var characters = line.reading.characters
        for index in characters.indices { characters[index].settleWidth() }
        return LineReading(characters: characters, faint: line.reading.faint)
    }
}

extension CharacterReading {
    fileprivate mutating func settleWidth() {
        let own = scalar.narrow
        for other in alternatives where other.scalar.narrow == own { confidence += other.probability }
        confidence = min(1, confidence)
    }
}
