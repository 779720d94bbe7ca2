import Testing

@testable import Service

@Suite struct UploadedDocumentTests {
    /// A name is only shown, never opened; what would look like a path is cut.
    @Test func namesHaveNoFolders() {
        #expect(UploadedDocument.shownName("a.pdf") == "a.pdf")
        #expect(UploadedDocument.shownName("../../etc/passwd") == "passwd")
        #expect(UploadedDocument.shownName("C:\\temp\\绩效.pdf") == "绩效.pdf")
        #expect(UploadedDocument.shownName("a\u{0}\nb.pdf") == "ab.pdf")
        for none in [nil, "", "/", "..", "a/..", String(repeating: "x", count: 300)] {
            #expect(UploadedDocument.shownName(none) == "document.pdf")
        }
    }
}
