import Testing

@testable import Service

@Suite struct MultipartHeadersTests {
    private func headers(_ line: String) throws -> MultipartHeaders { try MultipartHeaders(Array("\r\n\(line)".utf8)) }

    @Test func namesAreReadAsBrowsersWriteThem() throws {
        #expect(try headers("content-disposition: form-data; name=file; filename=a.pdf").fileName == "a.pdf")
        let quoted = try headers(#"Content-Disposition: form-data; name="file"; filename="a;b\"c\".pdf""#)
        #expect(quoted.fileName == #"a;b"c".pdf"#)
        #expect(try headers(#"Content-Disposition: form-data; name="file"; filename="绩效.pdf""#).fileName == "绩效.pdf")
        let extended = #"Content-Disposition: form-data; name="file"; filename="x"; filename*=UTF-8''%E8%A1%A8.pdf"#
        #expect(try headers(extended).fileName == "表.pdf")
    }

    @Test func parametersAreTold() {
        let type = HeaderParameters("Multipart/Form-Data; Boundary=\"a b\"; charset=utf-8")
        #expect(type.value == "multipart/form-data")
        #expect(type["boundary"] == "a b")
        #expect(HeaderParameters("").value == "")
    }
}
