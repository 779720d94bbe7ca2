import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// What repairs changed in a line on the whole.
@Suite struct ReadingRepairTests {
    private struct Replacing: LineRepair {
        static let name = "replacing"
        var texts: [String: String]

        func repaired(_ line: ReadLine) -> LineReading {
            guard let text = texts[line.reading.text] else { return line.reading }
            return LineReading(
                characters: text.unicodeScalars.map {
                    CharacterReading(scalar: $0, confidence: 1, start: 0, end: 1)
                })
        }
    }

    private func repaired(_ text: String, _ repairs: [[String: String]]) -> LineReading {
        let reading = Replacing(texts: ["": text]).repaired(
            ReadLine(reading: .empty, crop: GrayImage(width: 0, height: 0, pixels: []), em: 1))
        let line = ReadLine(reading: reading, crop: GrayImage(width: 0, height: 0, pixels: []), em: 1)
        return ReadingRepairs(repairs.map { Replacing(texts: $0) }).applied(to: [line])[0]
    }

    @Test func theFirstReadingIsKeptThroughAllSteps() {
        let reading = repaired("≤1OO", [["≤1OO": "≥1OO"], ["≥1OO": "≥100"]])
        #expect(reading.repairs.map(\.before) == ["≤1OO", "≥1OO"])
        #expect(reading.misreading == Misreading(glyphs: 0..<4, text: "≤1OO"))
    }

    @Test func whatWasPutInOrTakenOutHasItsPlace() {
        #expect(repaired("255", [["255": "25.5"]]).misreading == Misreading(glyphs: 2..<3, text: ""))
        #expect(repaired("900%", [["900%": "90%"]]).misreading == Misreading(glyphs: 2..<2, text: "0"))
    }

    /// The width of a bracket or a space is no other reading.
    @Test(arguments: [("(万元)", "（万元）"), ("1 00", "100")])
    func widthsAreNoMisreading(_ read: String, _ kept: String) {
        let reading = repaired(read, [[read: kept]])
        #expect(reading.repairs.count == 1)
        #expect(reading.misreading == nil)
    }
}
