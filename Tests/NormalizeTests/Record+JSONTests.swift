import Testing

@testable import Normalize

/// The lines of records.
@Suite struct RecordJSONTests: ScannedForms {
    @Test func recordsAreNamedByDocumentFormAndRow() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "≤461875.47元"],
                ["^", "^", "培训次数", "4次"],
            ]))
        let document = DocumentIdentity(file: "in/甲.pdf", sha256: "0123456789abcdef0123")
        let lines = form.indicatorLines(in: document, ordinal: 3)
        let id = "0123456789abcdef-f3"
        #expect(lines.map { $0["record_id"] } == [.string("\(id)-r1"), .string("\(id)-r2")])
        #expect(lines.map { $0["form_id"] } == [.string(id), .string(id)])
        #expect(lines[0]["source"]?["file"] == .string("in/甲.pdf"))
        #expect(lines[0]["target"]?["value"]?.description == "461875.47")
        #expect(form.json(in: document, ordinal: 3)["indicator_count"] == .int(2))
    }

    @Test func theKeyIsOnlyThereWhereSomethingWasRepaired() throws {
        let document = DocumentIdentity(file: "a.pdf", sha256: String(repeating: "0", count: 64))
        let clean = try scanned(rows()).form.indicatorLines(in: document, ordinal: 1)[0]
        #expect(clean["source"]?["ocr_raw"] == nil)
        let mended = try scanned(rows(weight: "1O")).form.indicatorLines(in: document, ordinal: 1)[0]
        #expect(mended["source"]?["ocr_raw"] == .object(["weight": .string("1O")]))
    }
}
