import Normalize
import Testing

@testable import Review

/// What a reviewed sample says of a run.
@Suite struct EvaluationTests {
    private func evidence(_ row: Int, _ field: String = "target", value: String = "5", confidence: Double) -> JSONValue
    {
        .object([
            "sha256": .string("ab"), "form_id": .string("ab-f1"), "record_id": .string("ab-f1-r\(row)"),
            "field": .string(field), "value": .string(value), "basis": .string("printed"),
            "confidence": .double(confidence),
        ])
    }

    private func line(_ row: Int, _ action: String, old: String = "5", new: String = "6") -> String {
        #"{"sha256":"ab","form_id":"ab-f1","record_id":"ab-f1-r\#(row)","field":"target","action":"\#(action)","#
            + #""old":"\#(old)","new":"\#(new)"}"#
    }

    private func evaluation(_ lines: [String], of evidence: [JSONValue]) throws -> Evaluation {
        var evaluation = Evaluation(try Corrections(lines.joined(separator: "\n")))
        evaluation.add(
            form: .object([
                "form_id": .string("ab-f1"), "form_kind": .string("other"),
                "source": .object(["text_source": .string("ocr")]),
            ]))
        for line in evidence { evaluation.add(evidence: line) }
        return evaluation
    }

    @Test func confirmedIsRightAndCorrectedIsWrong() throws {
        let evaluation = try evaluation(
            [line(1, "confirm"), line(2, "correct"), line(3, "unreadable")],
            of: (1...4).map { evidence($0, confidence: 1) })
        #expect(evaluation.fields.map(\.name) == ["target"])
        #expect(evaluation.fields[0].found == Proportion(right: 1, all: 2) && evaluation.fields[0].fields == 4)
        #expect(evaluation.layoutGroups.map(\.name) == ["other, ocr"])
        #expect(evaluation.unreadableCount == 1)
    }

    /// Who looks at doubtful fields only must not make the run look worse than it is.
    @Test func eachConfidenceCountsAsOftenAsItOccurs() throws {
        let sure = (1...90).map { evidence($0, confidence: 1) }
        let unsure = (91...100).map { evidence($0, confidence: 0.5) }
        let lines = [line(1, "confirm"), line(2, "confirm"), line(91, "correct"), line(92, "correct")]
        let overall = try #require(try evaluation(lines, of: sure + unsure).overall)
        #expect(abs(overall.share - 0.9) < 1e-9 && overall.interval.contains(0.9))
        #expect(try evaluation([line(1, "confirm")], of: sure + unsure).overall == nil)
    }

    @Test func correctionsOfAnotherReadingDoNotCount() throws {
        let evaluation = try evaluation(
            [line(1, "confirm", old: "7"), line(9, "confirm")], of: [evidence(1, confidence: 1)])
        #expect(evaluation.staleCount == 1 && evaluation.missingCount == 1 && evaluation.fields.isEmpty)
    }
}
