import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct ReadingRepairsTests {
    /// "30.000" whose mark reaches below the digits.
    private var thousands: ReadLine {
        var canvas = Canvas(width: 300, height: 48)
        var characters: [CharacterReading] = []
        var x = 6
        for scalar in "30.000".unicodeScalars {
            let width = scalar == "." ? 4 : 12
            canvas.fill(x..<(x + width), (scalar == "." ? 32 : 12)..<(scalar == "." ? 40 : 36))
            characters.append(
                CharacterReading(scalar: scalar, confidence: 0.99, start: Double(x), end: Double(x + width)))
            x += width + 5
        }
        return ReadLine(reading: LineReading(characters: characters), crop: canvas.image, em: 28)
    }

    @Test func theTraceTellsWhatWasReadAndWhoChangedIt() {
        let reading = ReadingRepairs.all(OCRSettings(), knowsPlaces: true).applied(to: [thousands])[0]
        #expect(reading.text == "30,000")
        #expect(reading.repairs == [RepairStep(repair: "ThousandsMark", before: "30.000", after: "30,000")])
        #expect(reading.misreading == Misreading(glyphs: 2..<3, text: "."))
    }

    @Test func placesAreNeededForWhatStandsAtThem() {
        let reading = ReadingRepairs.all(OCRSettings(), knowsPlaces: false).applied(to: [thousands])[0]
        #expect(reading.text == "30.000")
        #expect(reading.repairs.isEmpty)
        #expect(reading.misreading == nil)
    }
}
