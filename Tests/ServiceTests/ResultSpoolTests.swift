import Testing

@testable import Service

@Suite struct ResultSpoolTests {
    @Test func whatIsWrittenIsReadWhileItComes() async throws {
        let spool = try ResultSpool(in: "/tmp", budget: SpoolBudget(most: 1 << 20))
        #expect(try spool.piece(at: 0).isEmpty)
        let reader = Task {
            var bytes: [UInt8] = []
            while true {
                let isLast = spool.isFinished
                let piece = try spool.piece(at: bytes.count)
                if piece.isEmpty, isLast { return bytes }
                bytes += piece
                if piece.isEmpty { await spool.news(behind: bytes.count) }
            }
        }
        var all: [UInt8] = []
        for number in 0..<200 {
            let bytes = Array("line \(number)\n".utf8)
            try spool.append(bytes)
            all += bytes
            if number % 10 == 0 { await Task.yield() }
        }
        spool.finish()
        #expect(try await reader.value == all)
    }

    @Test func linesComeOutWhole() throws {
        let spool = try ResultSpool(in: "/tmp", budget: SpoolBudget(most: 1 << 20))
        let long = String(repeating: "x", count: ResultSpool.chunk + 5)
        try spool.append(Array("a\n\(long)\n\nb".utf8))
        spool.finish()
        var lines: [String] = []
        try spool.forEachLine { lines.append(String(decoding: $0, as: UTF8.self)) }
        #expect(lines == ["a", long, "", "b"])
    }

    /// What a spool held is free when it is gone.
    @Test func theDiskIsShared() throws {
        let budget = SpoolBudget(most: 10)
        var spool: ResultSpool? = try ResultSpool(in: "/tmp", budget: budget)
        try spool?.append([UInt8](repeating: 0, count: 8))
        let other = try ResultSpool(in: "/tmp", budget: budget)
        #expect(throws: SpoolBudget.Exhausted.self) { try other.append([1, 2, 3]) }
        #expect(budget.bytes == 8)
        spool = nil
        try other.append([1, 2, 3])
        #expect(budget.bytes == 3)
    }
}
