import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct BracketReaderTests {
    /// Characters of 20 pixels width and 40 pixels height, one beside the other, with ink that fills 16 of them.
    private func mended(
        _ signs: [CharacterReading], bracketAt columns: Range<Int>? = nil, height: Int = 36, smear: Range<Int>? = nil
    ) -> String {
        var canvas = Canvas(width: 240, height: 44)
        for sign in signs { canvas.fill((Int(sign.start) + 2)..<(Int(sign.end) - 2), 2..<42) }
        if let smear { canvas.fill(smear, 20..<24, level: 110) }
        if let columns { canvas.fill(columns, 4..<(4 + height)) }
        return BracketReader(settings: .init())
            .mended(LineReading(characters: signs), crop: canvas.image, em: 40).text
    }

    private func signs(_ text: String, from x: Double = 0) -> [CharacterReading] {
        text.unicodeScalars.enumerated().map {
            CharacterReading(
                scalar: $1, confidence: 0.9, start: x + Double($0) * 20, end: x + Double($0 + 1) * 20)
        }
    }

    @Test func aBracketThatOnlyTheInkShowsIsRead() {
        let line = signs("[18") + signs("75", from: 80)
        #expect(mended(line, bracketAt: 67..<73) == "[18]75")
    }

    @Test func aBracketMayTouchWhatStandsBesideIt() {
        let line = signs("[18") + signs("75", from: 80)
        #expect(mended(line, bracketAt: 67..<73, smear: 73..<82) == "[18]75")
    }

    @Test func lowInkIsNoBracket() {
        let line = signs("[18") + signs("75", from: 80)
        #expect(mended(line, bracketAt: 67..<73, height: 12) == "[1875")
    }

    @Test func withoutAnOpenBracketNoneIsAdded() {
        #expect(mended(signs("218") + signs("75", from: 80), bracketAt: 67..<73) == "21875")
        #expect(mended(signs("[1]") + signs("75", from: 80), bracketAt: 67..<73) == "[1]75")
    }

    @Test func bracketsOfAPairAreOfOneKind() {
        var line = signs("【20】")
        line[0].confidence = 0.5
        line[0].alternatives = [.init(scalar: "〔", probability: 0.3)]
        line[3].scalar = "〕"
        line[3].alternatives = [.init(scalar: "】", probability: 0.05)]
        #expect(mended(line) == "〔20〕")
    }

    @Test func kindsThatTheEngineDidNotSeeInBothStay() {
        #expect(mended(signs("（20]")) == "（20]")
    }

    @Test func widthsOfOneKindAreNotItsConcern() {
        #expect(mended(signs("（20)")) == "（20)")
    }
}
