import Testing

@testable import ScanReading

@Suite struct WorkerProcessTests {
    @Test func aLineIsAnsweredByALine() throws {
        let worker = try #require(WorkerProcess(arguments: ["cat"]))
        #expect(try worker.ask("first", seconds: 10) == Array("first".utf8))
        #expect(try worker.ask("", seconds: 10) == [])
        let long = String(repeating: "x", count: 200_000)
        #expect(try worker.ask(long, seconds: 10).count == long.utf8.count)
    }

    @Test func aProgramThatIsNotThereDoesNotStart() {
        #expect(WorkerProcess(arguments: ["/nowhere/zhibiao-reader"]) == nil)
    }

    @Test func aProgramThatEndsIsToldFromOneThatIsSlow() throws {
        let ended = try #require(WorkerProcess(arguments: ["true"]))
        #expect(throws: WorkerProcess.Failure.ended) { _ = try ended.ask("a", seconds: 10) }
        let slow = try #require(WorkerProcess(arguments: ["sleep", "20"]))
        #expect(throws: WorkerProcess.Failure.timeout) { _ = try slow.ask("a", seconds: 0.2) }
    }
}
