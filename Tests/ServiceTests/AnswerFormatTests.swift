import Testing

@testable import Service

@Suite struct AnswerFormatTests {
    @Test func theClientsWishDecides() {
        func chosen(_ accept: String?, _ kind: ReadingKind = .records) -> AnswerFormat? {
            AnswerFormat.chosen(for: kind, accept: accept)
        }
        #expect(chosen(nil) == .lines)
        #expect(chosen("*/*") == .lines)
        #expect(chosen("text/csv") == .csv)
        #expect(chosen("application/json;q=0.5, text/csv;q=0.4") == .json)
        #expect(chosen("application/*;q=0.2, text/csv") == .csv)
        #expect(chosen("application/jsonl") == .lines)
        #expect(chosen("application/json, application/x-ndjson;q=0") == .json)
        #expect(chosen("text/html", .tables(nil)) == .html)
        #expect(chosen("text/html") == nil)
        #expect(chosen("image/png, text/plain") == nil)
        #expect(chosen("text/csv", .runs) == nil)
        #expect(chosen(nil, .inspect) == .html)
    }
}
