import Foundation
import Testing

/// Documents on their way in, over loopback.
@Suite struct UploadReaderTests {
    @Test func aFormOfABrowserIsTaken() throws {
        let service = try RunningService()
        let pdf = try RunningService.corpus(RunningService.good)
        func send(_ head: String, _ tail: String) throws -> RunningService.Answer {
            try service.request(
                "POST", "/v1/records", ["Content-Type": "multipart/form-data; boundary=q"],
                body: Array(head.utf8) + pdf + Array(tail.utf8))
        }
        let head = "--q\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x/表.pdf\"\r\n\r\n"
        let answer = try send(head, "\r\n--q--\r\n")
        #expect(answer.status == 200 && answer.lines.count == 9)
        #expect(answer.text.contains("\"file\":\"表.pdf\""))
        #expect(try send(head, "").problem == "malformed_multipart")
        #expect(
            try send(head.replacingOccurrences(of: "name=\"file\"", with: "name=\"x\""), "\r\n--q--").problem
                == "bad_request")
    }

    @Test func aSlowSenderIsLeft() throws {
        let service = try RunningService(["--body-seconds", "0.5", "--queue", "0", "--jobs", "1"])
        let connection = try RunningService.Connection(port: service.port)
        connection.send(
            Array(
                "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\nContent-Length: 100\r\n\r\n%PDF"
                    .utf8))
        let answer = connection.answer()
        #expect(answer.status == 408 && answer.problem == "too_slow")
        // Its place is free again.
        #expect(try service.post("/v1/records", RunningService.corpus(RunningService.good)).status == 200)
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let service = try RunningService(["--body-mb", "1"])
        let large = try service.post("/v1/records", [UInt8](repeating: 0x20, count: 2 << 20))
        #expect(large.status == 413 && large.problem == "too_large")
        // Without a length it shows while it comes.
        let chunk = "200000\r\n" + String(repeating: " ", count: 0x200000) + "\r\n0\r\n\r\n"
        let chunked =
            "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(try service.exchange(Array((chunked + chunk).utf8)).problem == "too_large")
    }
}
