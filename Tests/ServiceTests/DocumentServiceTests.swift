import Foundation
import Testing

/// Its life, over loopback.
@Suite struct DocumentServiceTests {
    @Test func theServiceStopsWhenAskedAndFinishesWhatItHas() throws {
        let service = try RunningService(["--jobs", "1"])
        let pdf = try RunningService.corpus(RunningService.good)
        let connection = try RunningService.Connection(port: service.port)
        let head =
            "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/pdf\r\nContent-Length: \(pdf.count)\r\n\r\n"
        connection.send(Array(head.utf8) + pdf.dropLast(1000))
        usleep(200_000)
        service.askToStop()
        usleep(200_000)
        connection.send(Array(pdf.suffix(1000)))
        #expect(connection.answer().lines.count == 9)
        #expect(service.stop() == 0)
    }
}
