import Foundation
import Logging
import Synchronization
import Testing

@testable import Service

@Suite struct LineLogTests {
    private func lines(isJSON: Bool) -> [String] {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in LineLog(isJSON: isJSON) { lines.add($0) } }
        logger[metadataKey: "route"] = "/"
        logger.debug("too little")
        logger.notice("a \"word\"\nand a line", metadata: ["status": "200"])
        return lines.all
    }

    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])

        func add(_ line: String) { lines.withLock { $0.append(line) } }

        var all: [String] { lines.withLock { $0 } }
    }

    @Test func aMessageIsOneLineOfJSON() throws {
        let lines = lines(isJSON: true)
        #expect(lines.count == 1 && lines[0].split(separator: "\n").count == 1)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: String])
        #expect(value["message"] == "a \"word\"\nand a line")
        #expect(value["level"] == "notice" && value["route"] == "/" && value["status"] == "200")
    }

    /// What a client sends cannot look like a line of its own.
    @Test func aMessageIsOneLineOfText() {
        let lines = lines(isJSON: false)
        #expect(lines.count == 1 && lines[0].filter { $0 == "\n" }.count == 1)
        #expect(lines[0].hasSuffix("route=/ status=200\n"))
    }
}
