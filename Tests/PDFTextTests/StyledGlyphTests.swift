import PageModel
import Testing

@testable import PDFText

/// Right-to-left text comes in the order of reading, each character under its own box.
@Suite struct StyledGlyphTests {
    /// A page that shows texts as they stand from left to right, each character 5 points wide.
    private func runs(_ texts: [(text: String, x: Double, y: Double)]) throws -> [TextRun] {
        let used = Set(texts.map(\.text).joined().unicodeScalars).sorted { $0.value < $1.value }
        let map = used.enumerated().map { "<\(hex($0 + 1))> <\(hex(Int($1.value)))>" }.joined(separator: "\n")
        var file = PageFile()
        for text in texts {
            let codes = text.text.unicodeScalars.map { hex((used.firstIndex(of: $0) ?? 0) + 1) }.joined()
            file.content += "BT /G 10 Tf \(text.x) \(text.y) Td <\(codes)> Tj ET\n"
        }
        file.fonts = "/G 20 0 R"
        file.objects = [
            """
            <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 21 0 R/DescendantFonts[<</Type/Font\
            /Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500\
            /FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200\
            /ItalicAngle 0/CapHeight 700/StemV 80>>>>]>>
            """,
            PageFile.stream(
                "",
                """
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                1 begincodespacerange <0000> <FFFF> endcodespacerange
                \(used.count) beginbfchar\n\(map)\nendbfchar endcmap end end
                """),
        ]
        return try file.source().content.runs
    }

    private func hex(_ value: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Poppler selects nothing of such a page from left to right.
    @Test func aPageWrittenFromTheRightHasText() throws {
        let runs = try runs([("\u{05DD}\u{05D5}\u{05DC}\u{05E9}", 100, 50), ("12", 20, 50)])
        #expect(Set(runs.map(\.text)) == ["\u{05E9}\u{05DC}\u{05D5}\u{05DD}", "12"])
        let word = try #require(runs.first { $0.glyphs.count == 4 })
        #expect(word.glyphs.map(\.scalar) == ["\u{05DD}", "\u{05D5}", "\u{05DC}", "\u{05E9}"])
        #expect(word.glyphs.map { $0.box.x0.rounded() } == [100, 105, 110, 115])
    }

    /// The marks round the word have no boxes: without care all that follows stands one or two characters off.
    @Test func aWordAmongOthersLeavesTheirPlaces() throws {
        let runs = try runs([
            ("Item", 10, 80), ("Description", 60, 80), ("\u{05D3}\u{05D7}\u{05D0}", 10, 50), ("120.50", 60, 50),
        ])
        let places = Dictionary(uniqueKeysWithValues: runs.map { ($0.text, $0.box.x0.rounded()) })
        #expect(places == ["Item": 10, "\u{05D0}\u{05D7}\u{05D3}": 10, "Description": 60, "120.50": 60])
    }
}
