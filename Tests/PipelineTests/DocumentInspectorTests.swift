import Foundation
import PDFText
import Pipeline
import Testing

@testable import Review

/// The page of `inspect`.
@Suite struct DocumentInspectorTests {
    @Test func theReportHoldsPagesAndForms() throws {
        let folder = try TemporaryFolder()
        let problems = try DocumentInspector(options: ConvertOptions()).inspect(
            .path(GoodForm.path), to: folder.path("report.html"))
        #expect(problems.isEmpty)
        let html = try folder.text("report.html")
        #expect(html.contains("-f1-r\(GoodForm.indicators)\"") && html.contains("id=\"page-1\""))
        #expect(html.contains("data:image/png;base64,"))
        #expect(html.hasSuffix("</html>\n"))
    }

    @Test func eachPageIsAnnouncedBeforeItIsRead() throws {
        var events: [String] = []
        _ = try DocumentInspector(options: ConvertOptions()).inspect(
            .path(GoodForm.path), begins: { events.append("page \($0)") }, write: { _ in events.append("piece") })
        #expect(events.first == "page 1")
        #expect(events.last == "piece")
    }

    @Test func aDocumentThatDoesNotOpenIsAnErrorAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data("no PDF".utf8), as: "a.pdf")
        #expect(throws: PDFError.self) {
            _ = try DocumentInspector(options: ConvertOptions()).inspect(.path(path), to: folder.path("report.html"))
        }
        #expect(folder.names == ["a.pdf"])
    }
}
