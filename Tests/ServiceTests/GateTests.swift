import Foundation
import Testing

/// Who is let in, over loopback.
@Suite struct GateTests {
    private func tokenFile() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)").path()
        try Data("anna 0123456789abcdef\nbert fedcba9876543210\n".utf8).write(to: URL(filePath: path))
        return path
    }

    @Test func withoutATokenNobodyIsLetIn() throws {
        let path = try tokenFile()
        defer { unlink(path) }
        let service = try RunningService(["--token-file", path])
        let pdf = try RunningService.corpus(RunningService.good)
        for token in [nil, "0123456789abcdeX"] {
            let answer = try service.post("/v1/records", pdf, token: token)
            #expect(answer.status == 401 && answer.problem == "unauthorized")
            #expect(answer.fields["www-authenticate"]?.hasPrefix("Bearer") == true)
        }
        #expect(try service.request("GET", "/metrics").status == 401)
        for open in ["/healthz", "/readyz", "/", "/openapi.json"] {
            #expect(try service.request("GET", open).status == 200)
        }
        #expect(try service.post("/v1/records", pdf, token: "0123456789abcdef").lines.count == 9)
    }

    @Test func pagesOfOtherSitesAreKeptOut() throws {
        let service = try RunningService(["--allow-origin", "https://good.example"])
        let evil = try service.request("GET", "/healthz", ["Origin": "https://evil.example"])
        #expect(evil.problem == "forbidden_origin" && evil.fields["access-control-allow-origin"] == nil)
        let good = try service.request("GET", "/healthz", ["Origin": "https://good.example"])
        #expect(good.fields["access-control-allow-origin"] == "https://good.example")
        #expect(try service.request("GET", "/", ["Origin": "http://127.0.0.1"]).status == 200)
        // A name of another site that was made to mean this machine.
        let rebound = "GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
        #expect(try service.exchange(Array(rebound.utf8)).problem == "misdirected")
    }
}
