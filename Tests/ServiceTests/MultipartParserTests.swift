import Foundation
import Testing

@testable import Service

/// The body of a form, however it is cut and whatever stands in it.
@Suite struct MultipartParserTests {
    /// All events of a body, with the bytes of each part put together.
    private func parts(_ body: [UInt8], chunk: (Int) -> Int) throws -> [(name: String, file: String?, bytes: [UInt8])] {
        var parser = try MultipartParser(boundary: "XX")
        var parts: [(name: String, file: String?, bytes: [UInt8])] = []
        var place = 0
        while place < body.count {
            let end = min(body.count, place + max(1, chunk(place)))
            for event in try parser.take(body[place..<end]) {
                switch event {
                case .part(let headers): parts.append((headers.name, headers.fileName, []))
                case .body(let bytes): parts[parts.count - 1].bytes += bytes
                case .end: break
                }
            }
            place = end
        }
        try parser.finish()
        return parts
    }

    private func body(_ content: [UInt8], preamble: String = "") -> [UInt8] {
        Array(
            "\(preamble)--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                .utf8) + content + Array("\r\n--XX--\r\nepilogue".utf8)
    }

    @Test(arguments: [
        "", "%PDF", "\r\n", "\r\n--X", "\r\n--XY\r\n", "a\r\n\r\n--\r\n", "\r", "\r\n-",
        String(repeating: "\r\n--X", count: 50),
    ])
    func contentComesOutAsItWasHoweverItIsCut(content: String) throws {
        for size in [1, 2, 3, 7, 64, 10_000] {
            let parts = try parts(body(Array(content.utf8)), chunk: { _ in size })
            #expect(parts.count == 1 && parts[0].name == "file" && parts[0].file == "a.pdf")
            #expect(parts.first?.bytes == Array(content.utf8))
        }
    }

    @Test func whatStandsBeforeTheFirstBoundaryIsLeftOut() throws {
        let parts = try parts(body([1, 2, 3], preamble: "hello\r\n"), chunk: { _ in 5 })
        #expect(parts.map(\.bytes) == [[1, 2, 3]])
    }

    /// Headers whose empty line is at once that of the next boundary.
    @Test func aPartCanBeEmpty() throws {
        let text =
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--XX\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--XX--"
        let parts = try parts(Array(text.utf8), chunk: { _ in 1 })
        #expect(parts.map(\.name) == ["a", "b"])
        #expect(parts.allSatisfy { $0.bytes.isEmpty })
    }

    @Test(arguments: [
        "", "no boundary at all", "--XX\r\n", "--XX\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf",
        "--XXjunk\r\n\r\n", "--XX\r\nContent-Type: text/plain\r\n\r\nx\r\n--XX--",
        "--XX\r\nContent-Disposition: attachment; filename=\"a\"\r\n\r\nx\r\n--XX--",
        "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nX: " + String(repeating: "x", count: 20_000),
    ])
    func whatIsNoFormIsRefused(text: String) {
        for size in [1, 1000, 100_000] {
            #expect(throws: MultipartParser.Malformed.self) { _ = try parts(Array(text.utf8), chunk: { _ in size }) }
        }
    }

    @Test func boundariesHaveALength() {
        for boundary in ["", String(repeating: "x", count: 71)] {
            #expect(throws: MultipartParser.Malformed.self) { _ = try MultipartParser(boundary: boundary) }
        }
    }

    /// Bodies changed at random: whole or cut into pieces they mean the same, or are refused the same.
    @Test func chunksChangeNothing() throws {
        var generator = Seeded(state: 7)
        let alphabet = Array("\r\n-X:;\"=abfile".utf8)
        for _ in 0..<3000 {
            var bytes = body(
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = alphabet.randomElement(using: &generator)!
            }
            if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            let whole = Result { try parts(bytes, chunk: { _ in bytes.count }).map { "\($0)" } }
            let cut = Result {
                try parts(bytes, chunk: { _ in Int.random(in: 1...9, using: &generator) }).map { "\($0)" }
            }
            #expect(
                (try? whole.get()) == (try? cut.get()), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    /// The same numbers in every run.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
