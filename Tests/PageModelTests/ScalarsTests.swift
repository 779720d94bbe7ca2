import PageModel
import Testing

@Suite struct ScalarsTests {
    @Test(arguments: ["一", "龥", "㐀", "𠀀"] as [Unicode.Scalar]) func chineseCharactersAreIdeographs(
        _ scalar: Unicode.Scalar
    ) {
        #expect(scalar.isIdeograph && scalar.isHan && scalar.isCJK)
        #expect(!scalar.isWordCharacter)
    }

    @Test(arguments: ["。", "（", "ア", "A", "1", "１", "䷀"] as [Unicode.Scalar])
    func punctuationLettersAndSignsAreNone(_ scalar: Unicode.Scalar) {
        #expect(!scalar.isIdeograph && !scalar.isHan)
    }

    /// It stands in numerals and names, but engines read rings as it.
    @Test func theRoundZeroIsHanOnly() {
        #expect(("〇" as Unicode.Scalar).isHan)
        #expect(!("〇" as Unicode.Scalar).isIdeograph)
    }

    @Test func onlyASCIIDigitsAreDigits() {
        #expect(("0"..."9").contains("7") && ("7" as Unicode.Scalar).isDigit)
        #expect(!("７" as Unicode.Scalar).isDigit)
        #expect(!("/" as Unicode.Scalar).isDigit && !(":" as Unicode.Scalar).isDigit)
    }

    @Test func fullWidthFormsHaveANarrowOne() {
        let text = "（１２ＡＺ）％～"
        #expect(String(joining: text.unicodeScalars.map(\.narrow)) == "(12AZ)%~")
        #expect(("、" as Unicode.Scalar).narrow == "、")
        #expect(("a" as Unicode.Scalar).narrow == "a")
    }

    @Test func whiteSpaceIsWhatUnicodeSays() {
        for value in UInt32(0)...0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isBlank == scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
        }
    }

    /// Of one byte each, of two, three and four.
    @Test func charactersOfAllLengthsAreJoined() {
        let text = "a\u{0}é中\u{FFFD}😀"
        #expect(String(joining: Array(text.unicodeScalars)) == text)
        #expect(String(joining: []).isEmpty)
    }
}
