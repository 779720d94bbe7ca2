import PageModel
import Testing

@testable import Normalize

/// Where fields stand, put together.
@Suite struct FieldEvidenceTests {
    private func evidence(_ text: String, page: Int = 1, reading: String? = nil, confidence: Double = 1)
        -> FieldEvidence
    {
        let line = PrintedLine(page: page, box: Rect(x0: 0, y0: 0, x1: 10, y1: 10), text: text)
        return FieldEvidence(lines: [line], reading: reading, repairs: [.wrapJoined], confidence: confidence)
    }

    @Test func aFieldIsAsSureAsItsLeastSurePart() {
        var whole = evidence("≥")
        whole.append(evidence("95", page: 2, reading: "9S", confidence: 0.7))
        #expect(whole.lines.map(\.page) == [1, 2] && whole.confidence == 0.7)
        #expect(whole.reading == "≥9S")
    }

    @Test func textOfTheFileHasNoFirstReading() {
        var whole = evidence("≥")
        whole.append(evidence("95"))
        #expect(whole.reading == nil)
    }

    @Test func aFurtherPlaceGoesBehindTheFirst() {
        var fields: EvidenceOfFields = [:]
        fields.append(evidence("甲"), to: "level3")
        fields.append(evidence("乙"), to: "level3")
        fields.append(nil, to: "level3")
        #expect(fields["level3"]?.lines.map(\.text) == ["甲", "乙"])
    }
}
