import PageModel
import Testing

@testable import PDFText

/// Which codes a ToUnicode map gives a character.
@Suite struct CharacterMapTests: MappedFonts {
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

    private func read(_ text: String, isSymbolFont: Bool = false) -> CharacterMap {
        Array(text.utf8).withUnsafeBufferPointer { CharacterMap($0, isSymbolFont: isSymbolFont) }
    }

    @Test func theLengthOfCodesIsThatOfTheirSpace() {
        #expect(read("1 begincodespacerange <00> <FF> endcodespacerange").codeLength == 1)
        #expect(read("1 begincodespacerange <0000> <FFFF> endcodespacerange").codeLength == 2)
        #expect(read("2 begincodespacerange <00> <7F> <8140> <FEFE> endcodespacerange").codeLength == nil)
    }

    @Test func rangesCountUp() {
        let found = read("2 beginbfrange <0003> <0005> <4E00> <0010> <0011> [<4E01> <0000>] endbfrange")
        #expect(found.codes == [3, 4, 5, 16])
        #expect(found.meaningless == [17])
    }

    /// Of a damaged map what can be read counts; a range that runs backwards or over everything is none.
    @Test func brokenRangesAreLeftOut() {
        #expect(read("1 beginbfrange <0005> <0003> <4E00> endbfrange").codes.isEmpty)
        #expect(read("1 beginbfrange <000000> <FFFFFF> <4E00> endbfrange").codes.isEmpty)
        #expect(read("1 beginbfchar <0001> endbfchar 1 beginbfchar <0002> <4E00> endbfchar").codes == [2])
    }

    @Test func lettersFromTheRightAreTold() {
        #expect(read("1 beginbfchar <01> <05D0> endbfchar").isRightToLeft)
        #expect(!read("1 beginbfchar <01> <4E00> endbfchar").isRightToLeft)
    }
}
