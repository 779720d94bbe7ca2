import Foundation
import Testing

/// What a request can say of the reading, over loopback.
@Suite struct RequestOptionsTests {
    @Test func pagesAndMethodsAreThoseOfTheCommandLine() throws {
        let service = try RunningService()
        let pdf = try RunningService.corpus("approval-2025.two-per-page.chromium.pdf")
        let runs = try service.post("/v1/runs?pages=2", pdf)
        #expect(!runs.lines.isEmpty && runs.lines.allSatisfy { $0.contains("\"page\":2,") })
        let tables = try service.post("/v1/tables?method=stream&ocr=never", pdf)
        #expect(!tables.lines.isEmpty && tables.lines.allSatisfy { $0.contains("\"method\":\"stream\"") })
        let named = try service.post("/v1/tables?name=%E8%A1%A8%2Fa%20b.pdf", pdf)
        #expect(named.text.hasPrefix("{\"file\":\"a b.pdf\","))
    }

    @Test func aPasswordOpensADocument() throws {
        let service = try RunningService()
        let folder = FileManager.default.temporaryDirectory.appending(path: "locked-\(UUID().uuidString).pdf").path()
        defer { unlink(folder) }
        let good = RunningService.root.appending(path: "corpus/\(RunningService.good)").path()
        let qpdf = Process()
        qpdf.executableURL = URL(filePath: "/usr/bin/qpdf")
        qpdf.arguments = ["--encrypt", "pass word", "owner", "256", "--", good, folder]
        try qpdf.run()
        qpdf.waitUntilExit()
        let pdf = [UInt8](try #require(FileManager.default.contents(atPath: folder)))
        #expect(try service.post("/v1/records", pdf).problem == "encrypted")
        let opened = try service.request("POST", "/v1/records", ["Zhibiao-Password": "pass word"], body: pdf)
        #expect(opened.lines.count == 9)
    }

    @Test(arguments: ["pages=0", "ocr=maybe", "method=magic", "color=red", "kind=records"])
    func whatMeansNothingIsRefused(query: String) throws {
        let service = try RunningService()
        let answer = try service.post("/v1/records?\(query)", [1])
        #expect(answer.status == 400 && answer.problem == "bad_request")
    }
}
