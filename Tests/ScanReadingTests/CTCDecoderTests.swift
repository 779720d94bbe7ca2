import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct CTCDecoderTests {
    /// Classes: blank, "a", "b", "、", a disguise of it.
    private func decoded(_ steps: [[Float]]) -> LineReading {
        let decoder = CTCDecoder(
            characters: ["a", "b", "、", "\u{4e36}"], disguises: [(class: 4, true: 3)], leastAlternative: 0.01,
            mostAlternatives: 3)
        return steps.flatMap(\.self).withUnsafeBufferPointer {
            decoder.decode($0, classes: 5, pixelsPerStep: 10, offset: 0, extent: 0...100, reach: 12)
        }
    }

    @Test func repeatedStepsAreOneCharacterAndABlankParts() {
        let a: [Float] = [0.1, 0.9, 0, 0, 0]
        let blank: [Float] = [1, 0, 0, 0, 0]
        #expect(decoded([blank, a, a, blank, a]).text == "aa")
        #expect(decoded([a, a]).text == "a")
        #expect(decoded([blank, blank]) == .empty)
    }

    /// Beside its neighbours on one picture a line ends in paper that the model may take for a space.
    @Test func spacesAtTheEndsAreNone() {
        let decoder = CTCDecoder(characters: ["a", "b", " "], leastAlternative: 0.01, mostAlternatives: 3)
        let space: [Float] = [0.4, 0, 0, 0.6]
        let steps: [[Float]] = [space, [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0], space]
        let reading = steps.flatMap(\.self).withUnsafeBufferPointer {
            decoder.decode($0, classes: 4, pixelsPerStep: 10, offset: 0, extent: 0...100, reach: 12)
        }
        #expect(reading.text == "a b")
        #expect(reading.confidence == 1)
    }

    @Test func othersAreToldLikeliestFirst() throws {
        let reading = decoded([[0.2, 0.25, 0.5, 0.05, 0]])
        #expect(reading.text == "b")
        let character = try #require(reading.characters.first)
        #expect(character.alternatives.map(\.scalar) == ["a", "、"])
        #expect(abs(reading.confidence - 0.5) < 1e-6)
    }

    @Test func disguiseCountsForWhatItIs() {
        let reading = decoded([[0, 0.1, 0, 0.4, 0.5]])
        #expect(reading.text == "、")
        #expect(abs(reading.confidence - 0.9) < 1e-6)
    }

    /// What a blank hides is told, but not how a character begins and ends.
    @Test func whatIsSeenFaintlyIsTold() throws {
        let blank: [Float] = [1, 0, 0, 0, 0]
        let faint: [Float] = [0.7, 0, 0, 0.2, 0.1]
        let reading = decoded([[0, 1, 0, 0, 0], [0.8, 0.2, 0, 0, 0], faint, blank, [0, 0, 1, 0, 0]])
        #expect(reading.text == "ab")
        let seen = try #require(reading.faint.first)
        #expect(reading.faint.count == 1)
        #expect(seen.scalar == "、")
        #expect(abs(seen.confidence - 0.3) < 1e-6)
        #expect(seen.start == 25)
    }

    @Test func charactersReachToTheMiddleBetweenThem() {
        let blank: [Float] = [1, 0, 0, 0, 0]
        let reading = decoded([[0, 1, 0, 0, 0], blank, [0, 0, 1, 0, 0], blank, blank, blank, blank])
        #expect(reading.characters.map(\.start) == [0, 15])
        #expect(reading.characters.map(\.end) == [15, 37])
    }
}
