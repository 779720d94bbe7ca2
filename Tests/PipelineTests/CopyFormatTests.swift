import Normalize
import Testing

@testable import Export

@Suite struct CopyFormatTests {
    @Test func whatWouldEndAFieldIsEscaped() {
        let row: ResultRow = [.string("a\tb\nc\\d\r\0"), .null, .bool(true), .string("")]
        #expect(CopyFormat.line(row) == "a\\tb\\nc\\\\d\\r\u{FFFD}\t\\N\ttrue\t\n")
    }
}
