import PageModel
import Testing

@testable import PDFText

/// Values of form fields and free-text annotations are text of the page; other annotations are not.
@Suite struct TypedAnnotationsTests: TypedPages {
    @Test func theValueOfAFieldIsReadWhereItStands() throws {
        let file = page(
            "/Subtype/Widget/FT/Tx/V(x)/AP<</N 21 0 R>>",
            appearance: appearance(PageFile.show("值", x: 2, y: 5)))
        let runs = try file.source().content.runs
        #expect(runs.map(\.text) == ["名称", "值"])
        #expect(runs.last.map { abs($0.box.x0 - 52) < 0.5 } == true)
    }

    @Test func theFrameOfAFieldIsNoRule() throws {
        let file = page(
            "/Subtype/Widget/FT/Tx/V(x)/AP<</N 21 0 R>>",
            appearance: appearance("0.9 g 0 0 100 20 re f 0 G 0 0 100 20 re S " + PageFile.show("值", x: 2, y: 5)))
        let content = try file.source().content
        #expect(content.rulings.isEmpty)
        #expect(content.fills.isEmpty)
    }

    /// What was typed over a value replaces it.
    @Test func theGroundOfAFreeTextHidesWhatIsBelow() throws {
        var file = page(
            "/Subtype/FreeText/Contents(x)/AP<</N 21 0 R>>",
            appearance: appearance("1 g 0 0 100 20 re f 0 g " + PageFile.show("新", x: 2, y: 5)))
        file.content += PageFile.show("旧", x: 60, y: 45)
        let content = try file.source().content
        #expect(content.runs.map(\.text) == ["名称", "新"])
        #expect(content.notes.map(\.code) == [.textHidden])
    }

    /// Acrobat leaves a frame without text where it has no font.
    @Test func anAppearanceWithoutTextIsNoValue() throws {
        let file = page(
            "/Subtype/Widget/FT/Tx/V<FEFF503C>/AP<</N 21 0 R>>", appearance: appearance("/Tx BMC EMC"))
        #expect(try file.texts() == ["名称", "值"])
    }

    @Test func aStaleAppearanceGivesWayToTheValue() throws {
        let file = page(
            "/Subtype/Widget/FT/Tx/V<FEFF65B0>/AP<</N 21 0 R>>", catalog: "/AcroForm<</NeedAppearances true>>",
            appearance: appearance(PageFile.show("旧", x: 2, y: 5)))
        #expect(try file.texts() == ["名称", "新"])
    }

    @Test(arguments: ["/Stamp", "/Highlight", "/Text", "/Underline", "/Square"])
    func otherAnnotationsAddAndHideNothing(_ subtype: String) throws {
        var file = page(
            "/Subtype\(subtype)/Contents(x)/AP<</N 21 0 R>>",
            appearance: appearance("1 g 0 0 100 20 re f 0 g 0 10 m 100 10 l S " + PageFile.show("章", x: 2, y: 5)))
        file.content += PageFile.show("值", x: 60, y: 45) + "10 30 m 190 30 l S\n"
        let content = try file.source().content
        #expect(content.runs.map(\.text) == ["名称", "值"])
        #expect(content.rulings.map(\.position) == [70])
        #expect(content.notes.isEmpty)
    }

    @Test(arguments: ["/F 2", "/F 32"])
    func aHiddenFieldIsNotRead(_ flags: String) throws {
        #expect(try page("/Subtype/Widget/FT/Tx/V<FEFF503C>\(flags)").texts() == ["名称"])
    }

}
