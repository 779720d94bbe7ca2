import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct BareSignTests {
    @Test(arguments: [("<", 0.75), ("≤", 0.95)] as [(Unicode.Scalar, Double)])
    func aSignWithoutABarIsDoubtful(sign: Unicode.Scalar, confidence: Double) {
        let characters = ([sign] + Array("20".unicodeScalars)).enumerated().map {
            CharacterReading(scalar: $1, confidence: 0.95, start: Double($0) * 20, end: Double($0 + 1) * 20)
        }
        let mended = BareSign(settings: OCRSettings())
            .mended(LineReading(characters: characters), crop: Canvas(width: 60, height: 40).image, em: 40)
        #expect(mended.confidence == confidence)
    }
}
