import PageModel
import Testing

@testable import PDFText

/// Glyphs for which the font gives no character are counted and noted.
@Suite struct FontCodesTests: MappedFonts {
    @Test func codesWithoutAMapAreMissing() throws {
        #expect(try unmapped(composite()) == 2)
        #expect(try unmapped(composite(ordering: "GB1")) == 0)
        #expect(try unmapped(composite(ordering: "GB1", encoding: "UniGB-UCS2-H")) == 0)
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
