import Foundation
import Testing

/// The readers and the line before them, over loopback.
@Suite struct ReadingDeskTests {
    @Test func moreThanTheLineHoldsIsToldToComeAgain() throws {
        let service = try RunningService(["--queue", "0", "--jobs", "1"])
        let connection = try RunningService.Connection(port: service.port)
        // A document that takes its time holds the only reader.
        let long = try RunningService.corpus("bulk-40-forms.reportlab.pdf")
        let head =
            "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\nContent-Length: \(long.count)\r\n\r\n"
        connection.send(Array(head.utf8) + long)
        // Another request that came first would hold it instead.
        usleep(300_000)
        var answer = RunningService.Answer()
        for _ in 0..<50 where answer.status != 503 {
            answer = try service.post("/v1/records", Array("x".utf8))
            usleep(20_000)
        }
        withExtendedLifetime(connection) {}
        #expect(answer.status == 503 && answer.problem == "busy")
        #expect(Int(answer.fields["retry-after"] ?? "").map { $0 >= 1 } == true)
        #expect(try service.request("GET", "/healthz").status == 200)
        #expect(try service.request("GET", "/metrics").text.contains("zhibiao_refused_total"))
    }

    @Test func aDocumentThatBringsItsReaderDownIsAProblem() throws {
        let service = try RunningService(["--jobs", "1"], faults: "5:1:abort")
        let answer = try service.post("/v1/records", RunningService.corpus(RunningService.good))
        #expect(answer.status == 422 && answer.problem == "crashed")
        #expect(try service.request("GET", "/readyz").status == 200)
    }
}
