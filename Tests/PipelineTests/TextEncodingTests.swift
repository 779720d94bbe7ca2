import Foundation
import Testing

@testable import Export

@Suite struct TextEncodingTests {
    @Test func olderProgramsGetTheirEncodingWithoutAMark() throws {
        let folder = try TemporaryFolder()
        var options = ResultOptions()
        options.encoding = .gb18030
        options.language = .zh
        try SampleResults.export(to: folder.path("r.csv"), options: options)
        let other = try output(of: "/usr/bin/iconv", ["-f", "GB18030", "-t", "UTF-8", folder.path("r.csv")])
        options.encoding = .utf8
        try SampleResults.export(to: folder.path("u.csv"), options: options)
        #expect(try folder.text("u.csv") == other)
    }

    @Test func everyCharacterHasAForm() throws {
        #expect(
            try TextEncoding.gb18030.bytes(of: "年≥𠮷\u{E000}a") == [
                0xC4, 0xEA, 0xA1, 0xDD, 0x95, 0x34, 0xB2, 0x35, 0xAA, 0xA1, 0x61,
            ])
        #expect(try TextEncoding.utf8.bytes(of: "年") == [0xE5, 0xB9, 0xB4])
    }
}
