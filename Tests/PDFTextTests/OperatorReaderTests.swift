import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct OperatorReaderTests: ReadsOperators {

    @Test func whatIsNoPDFIsAnError() {
        let error = #expect(throws: GraphicsError.self) { try read(Array("no such thing".utf8)) }
        #expect(error?.code == .damaged)
    }

    @Test func missingPageIsAnError() {
        let error = #expect(throws: GraphicsError.self) { try read(file(page: "", content: [""]), page: 2) }
        #expect(error?.code == .noSuchPage)
    }
}
