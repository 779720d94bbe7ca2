import PageModel
import Testing

@testable import PDFText

/// Glyphs that draw nothing need no character.
@Suite struct BlankGlyphsTests: MappedFonts {
    /// A space needs no character.
    @Test func glyphsThatDrawNothingAreNotMissed() throws {
        #expect(try unmapped(drawn("/g1/g2", blank: ["g1"]), show: "(\\001\\002)") == 1)
    }

    /// A TrueType file of two tables whose second glyph has an outline of no length.
    private var trueType: [UInt8] {
        func big(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).reversed().map { UInt8(value >> (8 * $0) & 255) }
        }
        let head = [UInt8](repeating: 0, count: 54)
        let locations = [0, 10, 10, 20].flatMap { big($0, 2) }
        let start = 12 + 2 * 16
        var file = big(0x10000, 4) + big(2, 2) + big(0, 6)
        file += Array("head".utf8) + big(0, 4) + big(start, 4) + big(head.count, 4)
        file += Array("loca".utf8) + big(0, 4) + big(start + head.count, 4) + big(locations.count, 4)
        return file + head + locations
    }

    private func lost(in fontFile: [UInt8]) throws -> Int {
        var file = PageFile(content: "BT /G 10 Tf 10 50 Td <00010002> Tj ET")
        file.fonts = "/G 20 0 R"
        let digits = fontFile.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        let keys = composite().replacing("/Flags 4", with: "/FontFile2 21 0 R/Flags 4")
        file.objects = ["<</Type/Font\(keys)>>", PageFile.stream("/Filter/ASCIIHexDecode", digits + ">")]
        return try file.source().shows.unmappedCount
    }

    @Test func outlinesOfNoLengthAreBlank() throws { #expect(try lost(in: trueType) == 1) }

    /// Nothing is known of the glyphs of a file that is cut off.
    @Test func aDamagedFontTellsNothing() throws {
        #expect(try lost(in: Array(trueType.prefix(40))) == 2)
        #expect(try lost(in: Array(trueType.dropLast(4))) == 2)
        #expect(try lost(in: []) == 2)
    }
}
