import Testing

@testable import PDFText

/// The elements of an array are the same whether qpdf writes the array out or is asked for each.
@Suite struct QPDFElementsTests {
    private func elements(_ value: String) throws -> [QPDFElement] {
        var file = PageFile(page: "/Own \(value)")
        file.objects = ["7.5", "/There"]
        let bytes = file.bytes
        return try bytes.withUnsafeBytes { bytes in
            let document = try QPDFDocument(bytes: bytes, name: "page.pdf", password: nil)
            defer { document.releaseObjects() }
            return document.page(1).object["/Own"]?.elements ?? []
        }
    }

    @Test func numbersAndNamesAreRead() throws {
        #expect(
            try elements("[1 -2.5 /g12 +.5 /a#20b /uni4E2D]")
                == [.number(1), .number(-2.5), .name("/g12"), .number(0.5), .name("/a b"), .name("/uni4E2D")])
    }

    @Test func everyOtherElementKeepsItsPlace() throws {
        #expect(
            try elements("[(a ] /b) <0A> [1 2] <</K 3>> true null 4]")
                == [.other, .other, .other, .other, .other, .other, .number(4)])
    }

    @Test func elementsThatStandElsewhereAreFound() throws {
        #expect(try elements("[1 20 0 R 21 0 R]") == [.number(1), .number(7.5), .name("/There")])
    }

    @Test func whatIsNoArrayHasNone() throws {
        #expect(try elements("5").isEmpty)
        #expect(try elements("[]").isEmpty)
    }
}
