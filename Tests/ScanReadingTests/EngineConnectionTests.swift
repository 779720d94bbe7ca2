import Testing

@testable import ScanReading

@Suite struct EngineConnectionTests {
    @Test func aLineIsAnsweredByALine() throws {
        let worker = EngineConnection(try #require(EngineProgram(arguments: ["cat"])))
        #expect(try worker.ask("first", seconds: 10) == Array("first".utf8))
        #expect(try worker.ask("", seconds: 10) == [])
        let long = String(repeating: "x", count: 200_000)
        #expect(try worker.ask(long, seconds: 10).count == long.utf8.count)
    }

    @Test func aProgramThatIsNotThereDoesNotStart() {
        #expect(EngineProgram(arguments: ["/nowhere/zhibiao-reader"]) == nil)
    }

    @Test func aProgramThatEndsIsToldFromOneThatIsSlow() throws {
        let ended = EngineConnection(try #require(EngineProgram(arguments: ["true"])))
        #expect(throws: EngineConnection.Failure.ended) { _ = try ended.ask("a", seconds: 10) }
        let slow = EngineConnection(try #require(EngineProgram(arguments: ["sleep", "20"])))
        #expect(throws: EngineConnection.Failure.timeout) { _ = try slow.ask("a", seconds: 0.2) }
    }
}
