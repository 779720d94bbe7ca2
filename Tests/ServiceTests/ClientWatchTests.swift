import Foundation
import Testing

/// Clients that leave.
@Suite struct ClientWatchTests {
    /// A worker that hangs is ended as soon as nobody waits for it.
    @Test func aClientThatLeavesStopsTheWork() throws {
        let service = try RunningService(["--queue", "0", "--jobs", "1", "--page-seconds", "50"], faults: "5:1:loop")
        do {
            let pdf = try RunningService.corpus(RunningService.good)
            let connection = try RunningService.Connection(port: service.port)
            connection.send(
                Array(
                    "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\nContent-Length: \(pdf.count)\r\n\r\n"
                        .utf8) + pdf)
            var tries = 0
            while service.workers == 0, tries < 500 {
                usleep(20_000)
                tries += 1
            }
            #expect(service.workers == 1)
            withExtendedLifetime(connection) {}
        }
        var tries = 0
        while service.workers > 0, tries < 500 {
            usleep(20_000)
            tries += 1
        }
        #expect(service.workers == 0)
    }
}
