import PageModel
import Testing

@testable import PDFText

/// Values of form fields and free-text annotations are text of the page; other annotations are not.
@Suite struct TypedAnnotationsTests {
    private let resources = "/Resources<</Font<</F 5 0 R>>>>"

    /// An appearance for a field of 100 by 20 points.
    private func appearance(_ content: String) -> String {
        PageFile.stream("/Subtype/Form/BBox[0 0 100 20]\(resources)", content)
    }

    private func page(_ annotation: String, catalog: String = "", appearance: String? = nil) -> PageFile {
        var file = PageFile(content: PageFile.show("名称", x: 10, y: 45))
        file.page = "/Annots[20 0 R]"
        file.catalog = catalog
        file.objects = ["<</Type/Annot/Rect[50 40 150 60]\(annotation)>>"]
        if let appearance { file.objects.append(appearance) }
        return file
    }

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

    @Test(arguments: ["/Subtype/Widget/FT/Tx/V", "/Subtype/FreeText/Contents"])
    func aValueWithoutAppearanceIsSet(_ keys: String) throws {
        let runs = try page(keys + "<FEFF9879 76EE0031>/DA(/Helv 9 Tf 0 g)").source().content.runs
        #expect(runs.map(\.text) == ["名称", "项目1"])
        #expect(runs.last.map { Rect(x0: 50, y0: 40, x1: 150, y1: 60).contains($0.box) } == true)
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

    @Test func longValuesAreWrappedInTheirField() throws {
        let text = String(repeating: "文", count: 14)
        let runs = try page("/Subtype/Widget/FT/Tx/Ff 4096/V<FEFF\(PageFile.hex(text))>/DA(/H 9 Tf)").source()
            .content.runs.dropFirst()
        #expect(runs.count == 2)
        #expect(runs.map(\.text).joined() == text)
        #expect(runs.allSatisfy { $0.box.x0 >= 50 && $0.box.x1 <= 150 })
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

    @Test(arguments: ["/FT/Btn/Ff 65536/V/Yes/AS/Yes", "/FT/Sig/V(x)", "/FT/Tx/Ff 8192/V(x)"])
    func buttonsSignaturesAndPasswordsAreNoText(_ keys: String) throws {
        #expect(try page("/Subtype/Widget\(keys)").texts() == ["名称"])
    }
}
