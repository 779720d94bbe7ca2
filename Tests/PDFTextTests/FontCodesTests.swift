import PageModel
import Testing

@testable import PDFText

/// Glyphs for which the font gives no character are counted and noted.
@Suite struct FontCodesTests {
    private static let descriptor = "/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]>>"

    /// A page that shows two glyphs, codes 1 and 2, in a font given by its keys.
    private func unmapped(_ font: String, show: String = "<00010002>", map: String? = nil) throws -> Int {
        var file = PageFile(content: PageFile.show("文", x: 10, y: 80) + "BT /G 10 Tf 10 50 Td \(show) Tj ET")
        file.fonts = "/G 20 0 R"
        file.objects = ["<</Type/Font\(font)\(map == nil ? "" : "/ToUnicode 21 0 R")>>"]
        file.objects.append(map.map { PageFile.stream("", $0) } ?? "null")
        file.objects.append(PageFile.stream("", "500 0 d0 0 0 500 700 re f"))
        file.objects.append(PageFile.stream("", "500 0 d0"))
        return try file.source().shows.unmappedCount
    }

    private func composite(ordering: String = "Identity", encoding: String = "Identity-H") -> String {
        """
        /Subtype/Type0/BaseFont/A/Encoding/\(encoding)/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A\
        /CIDSystemInfo<</Registry(Adobe)/Ordering(\(ordering))/Supplement 0>>/DW 1000\(Self.descriptor)>>]
        """
    }

    /// A font of procedures, which all draw a box but for those in `blank`.
    private func drawn(_ names: String, widths: String = "500 500", blank: Set<Substring> = []) -> String {
        let procedures = names.split(separator: "/").map { "/\($0) \(blank.contains($0) ? 23 : 22) 0 R" }
        return """
            /Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar 2\
            /CharProcs<<\(procedures.joined())>>/Widths[\(widths)]\
            /Encoding<</Type/Encoding/Differences[1\(names)]>>
            """
    }

    private let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange "

    @Test func codesWithoutAMapAreMissing() throws {
        #expect(try unmapped(composite()) == 2)
        #expect(try unmapped(composite(ordering: "GB1")) == 0)
        #expect(try unmapped(composite(ordering: "GB1", encoding: "UniGB-UCS2-H")) == 0)
    }

    @Test func codesThatTheMapLeavesOutAreMissing() throws {
        #expect(try unmapped(composite(), map: map + "1 beginbfchar <0001> <6587> endbfchar") == 1)
        #expect(try unmapped(composite(), map: map + "1 beginbfrange <0001> <0002> <6587> endbfrange") == 0)
        #expect(try unmapped(composite(), map: map + "1 beginbfrange <0001> <0002> [<6587><5316>] endbfrange") == 0)
    }

    @Test(arguments: ["0000", "FFFD", "E123"])
    func codesMappedToNothingInParticularAreMissing(_ character: String) throws {
        #expect(try unmapped(composite(), map: map + "1 beginbfrange <0001> <0002> <\(character)> endbfrange") > 0)
    }

    /// The boxes and bullets of Wingdings are no lost text.
    @Test func privateCharactersOfSymbolFontsAreKnown() throws {
        let font = composite().replacing("/BaseFont/A", with: "/BaseFont/ABCDEF+Wingdings")
        #expect(try unmapped(font, map: map + "1 beginbfrange <0001> <0002> <F0A8> endbfrange") == 0)
    }

    @Test(arguments: ["/g01/g02", "/cid_1/cid_2", "/G1/G2", "/glyph12/index3"])
    func namesThatCountAreNone(_ names: String) throws {
        #expect(try unmapped(drawn(names), show: "(\\001\\002)") == 2)
    }

    @Test(arguments: ["/A/b", "/uni4E2D/u6587", "/one.oldstyle/afii10017"])
    func namesThatTellAreCharacters(_ names: String) throws {
        #expect(try unmapped(drawn(names), show: "(\\001\\002)") == 0)
    }

    /// Letters that take the room of an ideograph are none.
    @Test func lettersAsWideAsTheFontIsHighAreMissing() throws {
        #expect(try unmapped(drawn("/a/b", widths: "1000 1000"), show: "(\\001\\002)") == 2)
        #expect(try unmapped(drawn("/uni4E2D/u6587", widths: "1000 1000"), show: "(\\001\\002)") == 0)
    }

    /// A space needs no character.
    @Test func glyphsThatDrawNothingAreNotMissed() throws {
        #expect(try unmapped(drawn("/g1/g2", blank: ["g1"]), show: "(\\001\\002)") == 1)
    }

    @Test func textUnderAnActualTextIsKnown() throws {
        var file = PageFile(
            content: "/Span <</ActualText (x)>> BDC BT /G 10 Tf 10 50 Td <0001> Tj ET EMC "
                + "/Span /P BDC BT /G 10 Tf 10 30 Td <0001> Tj ET EMC /Span /Q BDC BT /G 10 Tf 10 10 Td <0001> Tj ET EMC"
        )
        file.fonts = "/G 20 0 R"
        file.resources = "/Properties<</P<</ActualText(y)>>/Q<</Lang(zh)>>>>"
        file.objects = ["<</Type/Font\(composite())>>"]
        #expect(try file.source().shows.unmappedCount == 1)
    }

    @Test func thePageSaysHowManyAreMissing() throws {
        var file = PageFile(content: "BT /G 10 Tf 10 50 Td <000100020003> Tj ET")
        file.fonts = "/G 20 0 R"
        file.objects = ["<</Type/Font\(composite())>>"]
        let notes = try file.source().content.notes
        #expect(notes.map(\.code) == [.charactersMissing])
        #expect(notes.first?.message.hasPrefix("3 ") == true)
    }
}
