import Testing

@testable import PDFText

@Suite struct PDFNameTests {
    @Test(arguments: [("F1", "/F1"), ("a#20b", "/a b"), ("#E5#AE#8B", "/\u{5B8B}"), ("a#2", "/a#2"), ("#zz", "/#zz")])
    func signsWrittenAsNumbersAreWrittenOut(_ written: String, _ key: String) {
        #expect(Array(written.utf8).withUnsafeBufferPointer { PDFName.key($0) } == key)
    }
}
