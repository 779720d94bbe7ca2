import Foundation
import Testing

@testable import Bulk

/// Lines of a result file, however they fall into the portions that are read.
@Suite struct ResultLinesTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func lines(_ text: String) throws -> [String] {
        let path = try folder.write(Data(text.utf8), as: "lines")
        return try #require(ResultLines(path: path)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theLastLineNeedsNoEnd() throws {
        #expect(try lines("a\nb\nc") == ["a", "b", "c"])
        #expect(try lines("a\nb\n") == ["a", "b"])
        #expect(try lines("") == [])
    }

    @Test func aLineMayBeLongerThanAPortion() throws {
        let long = String(repeating: "长", count: 700_000)
        #expect(try lines("a\n\(long)\nb\n") == ["a", long, "b"])
    }

    @Test func thereIsNoFile() { #expect(ResultLines(path: "/nowhere/lines") == nil) }
}
