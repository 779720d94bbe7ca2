import Foundation
import Pipeline
import Testing

@testable import Bulk

/// The lines of the good form, as a worker sends them.
private func lines() throws -> (sha256: String, bytes: [UInt8]) {
    var lines = DocumentLines()
    let result = try DocumentConverter(options: ConvertOptions()).convert(
        .bytes(path: Array(GoodForm.path.utf8), name: "")
    ) {
        form, document, ordinal in
        lines.add(form, in: document, ordinal: ordinal)
    }
    return (try #require(result.sha256), lines.take())
}

@Suite struct LineCheckerTests {
    private func checker(_ sha256: String, longestLine: Int = 1 << 20) -> LineChecker {
        LineChecker(sha256: sha256, tags: [.form, .indicator], longestLine: longestLine, mostBytes: 1 << 30)
    }

    @Test(arguments: [1, 7, 1000, 1 << 20])
    func linesComeWholeHoweverTheyAreCut(size: Int) throws {
        let (sha256, bytes) = try lines()
        var checker = checker(sha256)
        var out: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let whole = try checker.take(Array(rest.prefix(size)))
            #expect(whole.isEmpty || whole.last == 0x0A)
            out += whole
            rest = rest.dropFirst(size)
        }
        #expect(out == bytes && checker.forms == 1 && checker.lines == GoodForm.indicators && checker.isAtEndOfLine)
    }

    /// A byte changed anywhere is either noticed, or leaves a line that a form could have.
    @Test func aChangedByteNeverChangesWhoseLineItIs() throws {
        let (sha256, bytes) = try lines()
        let line = Array(bytes[...(try #require(bytes.firstIndex(of: 0x0A)))])
        for index in line.indices {
            for new: UInt8 in [0x22, 0x5C, 0x0A, 0x00, 0x7D, 0xFF] {
                var broken = line
                broken[index] = new
                var checker = checker(sha256)
                guard let whole = try? checker.take(broken), !whole.isEmpty else { continue }
                let text = String(decoding: whole.dropFirst(), as: UTF8.self)
                #expect(text.contains("\"form_id\":\"\(sha256.prefix(16))-f1\""))
                #expect(text.contains("\"source\":{\"file\":\"\",\"sha256\":\"\(sha256)\""))
            }
        }
    }

    /// Quadratic time would be minutes here.
    @Test func aLongLineInSmallPiecesTakesLinearTime() throws {
        var checker = checker(String(repeating: "0", count: 64), longestLine: 1 << 22)
        let start = ContinuousClock.now
        let piece = [UInt8](repeating: 0x46, count: 64)
        for _ in 0..<(1 << 16) { #expect(try checker.take(piece).isEmpty) }
        #expect(throws: LineError.self) { _ = try checker.take(piece) }
        #expect(start.duration(to: .now) < .seconds(20))
    }

    /// Every line of the program's own formats fits its schema.
    @Test func tablesAndRunsOfTheProgramAreTaken() throws {
        for (job, tag) in [(ReadingSession.Purpose.tables(nil), "T"), (.runs, "R")] {
            let session = try ReadingSession(
                job, conversion: ConversionSettings(), program: Program.path, warn: { _ in })
            var count = 0
            let failures = try session.read(.path(GoodForm.path)) { if case .line = $0 { count += 1 } }
            #expect(failures.isEmpty && count > 0, "\(tag)")
        }
    }
}

@Suite struct LineNamingTests {
    @Test func aLineOfAnyLengthIsNamedInLinearTime() throws {
        var naming = LineNaming(name: "a.pdf")
        var named: [[UInt8]] = []
        func add(_ text: String) throws {
            try Array(text.utf8).withUnsafeBytes { bytes in try naming.add(bytes) { line, _ in named.append(line) } }
        }
        let start = ContinuousClock.now
        try add("I{\"text\":\"")
        for _ in 0..<50_000 { try add(String(repeating: "x", count: 64)) }
        try add("\",\"source\":{\"file\":\"\"}}\nI{\"source\":{\"file\":\"\"}}\n")
        #expect(start.duration(to: .now) < .seconds(20))
        #expect(named.count == 2 && named[1] == Array("{\"source\":{\"file\":\"a.pdf\"}}\n".utf8))
    }

    @Test(arguments: ["\n", "I\n", "X{}\n"])
    func anEmptyLineIsNoTrap(text: String) throws {
        var naming = LineNaming(name: "a.pdf")
        try? Array(text.utf8).withUnsafeBytes { bytes in try naming.add(bytes) { _, _ in } }
    }
}
