internal import PageModel

/// Doubts a figure behind > or <: the bar of ≥ may have been lost, which turns the verdict over a value round.
struct BareSign: LineRepair {
    let settings: OCRSettings

    func repaired(_ line: ReadLine) -> LineReading {
        var reading = line.reading
        if reading.characters.count > 1, let sign = reading.characters.first?.scalar,
            "<>＜＞".unicodeScalars.contains(sign), reading.characters[1].isDigit
        {
            reading.confidence = min(reading.confidence, settings.bareSignConfidence)
        }
        return reading
    }
}
