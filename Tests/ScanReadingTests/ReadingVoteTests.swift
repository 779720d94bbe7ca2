import PageModel
import Testing

@testable import ScanReading

/// What becomes of a line that two models read.
@Suite struct ReadingVoteTests {
    private let vote = ReadingVote(settings: .init())

    private func reading(_ text: String, _ confidence: Double) -> LineReading {
        LineReading(
            characters: text.unicodeScalars.map {
                CharacterReading(scalar: $0, confidence: confidence, start: 0, end: 1)
            })
    }

    @Test func whatBothReadIsBelievedMore() {
        let choice = vote.choice(reading("数量指标", 0.6), reading("数量指标", 0.95))
        #expect(vote.choice(reading("数量指标", 0.9), reading("数量指标", 0.95)).confidence == 0.9)
        #expect(choice.text == "数量指标")
        #expect(choice.confidence == 0.85)
    }

    @Test func widthsAndSpacesAreNoDifference() {
        #expect(vote.choice(reading("95％", 0.5), reading("95 %", 0.9)).text == "95％")
    }

    @Test func aMuchSurerReadingIsTaken() {
        #expect(vote.choice(reading("建筑面枳", 0.5), reading("建筑面积", 0.99)).text == "建筑面积")
        #expect(vote.choice(reading("建筑面积", 0.8), reading("建筑面枳", 0.82)).text == "建筑面积")
    }

    @Test func figuresThatReadInTwoWaysAreNotBelieved() {
        let choice = vote.choice(reading("1890063.81", 0.78), reading("4890063.81", 0.8))
        #expect(choice.text == "1890063.81")
        #expect(choice.confidence <= 0.6)
    }

    @Test func onlyDoubtfulLinesAreReadTwice() {
        #expect(vote.isDoubtful(reading("95%", 0.7)))
        #expect(!vote.isDoubtful(reading("95%", 0.97)))
    }
}
