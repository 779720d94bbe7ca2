import Foundation
import Testing

/// The paths that take documents, over loopback.
@Suite struct DocumentRoutesTests {
    private func tokenFile() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)").path()
        try Data("anna 0123456789abcdef\nbert fedcba9876543210\n".utf8).write(to: URL(filePath: path))
        return path
    }

    @Test func requestsThatMakeNoSenseAreRefused() throws {
        let service = try RunningService()
        #expect(try service.request("GET", "/v1/records").problem == "method_not_allowed")
        #expect(try service.request("GET", "/v1/records").fields["allow"] == "POST")
        #expect(try service.request("GET", "/../../etc/passwd").problem == "not_found")
        #expect(try service.request("GET", "/schema/..%2f..%2fpasswd").problem == "not_found")
        #expect(
            try service.request("POST", "/v1/records", ["Content-Type": "text/plain"], body: [1]).problem
                == "unsupported_type")
    }

    @Test func aJobIsReadLaterAndSeenByItsOwner() throws {
        let path = try tokenFile()
        defer { unlink(path) }
        let service = try RunningService(["--token-file", path])
        let (anna, bert) = ("0123456789abcdef", "fedcba9876543210")
        let pdf = try RunningService.corpus(RunningService.good)
        let added = try service.post("/v1/jobs?kind=records", pdf, accept: "application/json", token: anna)
        #expect(added.status == 202)
        let place = try #require(added.fields["location"])
        func get(_ path: String, _ token: String) throws -> RunningService.Answer {
            try service.request("GET", path, ["Authorization": "Bearer \(token)"])
        }
        var state = ""
        for _ in 0..<500 where state != "done" {
            state = try get(place, anna).json()["state"] as? String ?? ""
            usleep(20_000)
        }
        #expect(state == "done")
        for other in [place, place + "/result"] { #expect(try get(other, bert).problem == "not_found") }
        for _ in 0..<2 { #expect((try get(place + "/result", anna).json()["indicators"] as? [Any])?.count == 9) }
        #expect(try service.request("DELETE", place, ["Authorization": "Bearer \(bert)"]).status == 404)
        #expect(try service.request("DELETE", place, ["Authorization": "Bearer \(anna)"]).status == 204)
        #expect(try get(place + "/result", anna).status == 404)
    }
}
