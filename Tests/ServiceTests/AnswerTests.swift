import Foundation
import Testing

/// What is sent back, over loopback.
@Suite struct AnswerTests {
    /// The lines that the command line gives of the same document under the same name.
    private func converted(_ command: [String], _ name: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: RunningService.program)
        process.arguments = command + [name, "--ocr-engine", "tesseract"]
        process.currentDirectoryURL = RunningService.root.appending(path: "corpus")
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    @Test func linesAreThoseOfTheCommandLine() throws {
        let service = try RunningService()
        let pdf = try RunningService.corpus(RunningService.good)
        for (path, command) in [("records", "convert"), ("tables", "tables"), ("runs", "runs")] {
            let answer = try service.post("/v1/\(path)?name=\(RunningService.good)", pdf)
            #expect(answer.status == 200)
            #expect(answer.fields["content-type"] == "application/x-ndjson")
            #expect(try answer.text == converted([command], RunningService.good), "\(path)")
        }
    }

    @Test func formatsFollowTheClientsWish() throws {
        let service = try RunningService()
        let pdf = try RunningService.corpus(RunningService.good)
        let json = try service.post("/v1/records", pdf, accept: "application/json").json()
        #expect((json["indicators"] as? [Any])?.count == 9)
        #expect((json["forms"] as? [[String: Any]])?.first?["indicator_count"] as? Int == 9)
        #expect((json["failures"] as? [Any])?.isEmpty == true)
        let csv = try service.post("/v1/records", pdf, accept: "text/csv")
        #expect(csv.fields["content-type"] == "text/csv; charset=utf-8")
        #expect(csv.text.contains("record_id") && csv.text.split(whereSeparator: \.isNewline).count >= 10)
        let book = try service.post(
            "/v1/records", pdf, accept: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        #expect(book.status == 200 && book.body.starts(with: Array("PK".utf8)))
        #expect(try service.post("/v1/tables", pdf, accept: "text/html").text.contains("<table"))
        #expect(try service.post("/v1/tables", pdf, accept: "text/markdown").text.contains("|"))
        let page = try service.post("/v1/inspect", pdf)
        #expect(page.text.hasPrefix("<!DOCTYPE html>") && page.text.hasSuffix("</html>\n"))
        #expect(try service.post("/v1/records", pdf, accept: "image/png").problem == "not_acceptable")
    }

    /// Each failure of a document has its code; a document without a form is an answer.
    @Test func badDocumentsAreProblems() throws {
        let service = try RunningService()
        for path in ["records", "jobs"] { #expect(try service.post("/v1/\(path)", []).problem == "empty_file") }
        let text = try service.post("/v1/records", Array("hello".utf8))
        #expect(text.status == 422 && text.problem == "not_pdf")
        #expect(try service.post("/v1/tables", Array("%PDF-1.7 half".utf8)).problem == "damaged")
        let none = try service.request("POST", "/v1/records", ["Accept": "application/json"], body: Array("x".utf8))
        #expect(none.problem == "not_pdf")
    }
}
