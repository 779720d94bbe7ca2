import PageModel
import Testing

@testable import PDFText

/// What was typed into fields.
@Suite struct TypedValueTests: TypedPages {
    @Test func aChoiceReadsAsTheListShowsIt() throws {
        let file = page("/Subtype/Widget/FT/Ch/V(1)/Opt[[(0)<FEFF5426>][(1)<FEFF662F>]]")
        #expect(try file.texts() == ["名称", "是"])
    }

    @Test func aCheckedBoxIsMarked() throws {
        #expect(try page("/Subtype/Widget/FT/Btn/AS/Yes/V/Yes").texts() == ["名称", "✔"])
        #expect(try page("/Subtype/Widget/FT/Btn/AS/Off/V/Off").texts() == ["名称"])
    }

    @Test func aValueOfItsParentFieldCounts() throws {
        var file = page("/Subtype/Widget/Parent 21 0 R")
        file.objects.append("<</FT/Tx/V<FEFF503C>>>")
        #expect(try file.texts() == ["名称", "值"])
    }

    @Test(arguments: ["/FT/Btn/Ff 65536/V/Yes/AS/Yes", "/FT/Sig/V(x)", "/FT/Tx/Ff 8192/V(x)"])
    func buttonsSignaturesAndPasswordsAreNoText(_ keys: String) throws {
        #expect(try page("/Subtype/Widget\(keys)").texts() == ["名称"])
    }

    @Test func severalChoicesAreReadOneByOne() throws {
        let file = page("/Subtype/Widget/FT/Ch/V[<FEFF7532><FEFF4E59>]/DA(/H 6 Tf)")
        #expect(try file.texts() == ["名称", "甲", "乙"])
    }

    @Test func aLongValueMayBeAStream() throws {
        var file = page("/Subtype/Widget/FT/Tx/V 21 0 R")
        file.objects.append(PageFile.stream("", "12.5"))
        #expect(try file.texts() == ["名称", "12.5"])
    }

    /// Fields whose parents go round in a circle have no value.
    @Test func aFieldThatIsItsOwnParentEnds() throws {
        #expect(try page("/Subtype/Widget/FT/Tx/Parent 20 0 R").texts() == ["名称"])
    }
}
