import PageModel
import Testing

@testable import PDFText

/// Values of fields without an appearance, set as a viewer would.
@Suite struct TypedAppearanceTests: TypedPages {
    @Test(arguments: ["/Subtype/Widget/FT/Tx/V", "/Subtype/FreeText/Contents"])
    func aValueWithoutAppearanceIsSet(_ keys: String) throws {
        let runs = try page(keys + "<FEFF9879 76EE0031>/DA(/Helv 9 Tf 0 g)").source().content.runs
        #expect(runs.map(\.text) == ["名称", "项目1"])
        #expect(runs.last.map { Rect(x0: 50, y0: 40, x1: 150, y1: 60).contains($0.box) } == true)
    }

    @Test func longValuesAreWrappedInTheirField() throws {
        let text = String(repeating: "文", count: 14)
        let runs = try page("/Subtype/Widget/FT/Tx/Ff 4096/V<FEFF\(PageFile.hex(text))>/DA(/H 9 Tf)").source()
            .content.runs.dropFirst()
        #expect(runs.count == 2)
        #expect(runs.map(\.text).joined() == text)
        #expect(runs.allSatisfy { $0.box.x0 >= 50 && $0.box.x1 <= 150 })
    }

    private func box(_ keys: String) throws -> Rect {
        try #require(page("/Subtype/Widget/FT/Tx/V<FEFF503C>" + keys).source().content.runs.last).box
    }

    @Test func aValueStandsWhereItsFieldAligns() throws {
        let (left, centre, right) = (try box("/DA(/H 9 Tf)"), try box("/DA(/H 9 Tf)/Q 1"), try box("/DA(/H 9 Tf)/Q 2"))
        #expect(abs(left.x0 - 52) < 0.5)
        #expect(abs(centre.midX - 100) < 0.5)
        #expect(abs(right.x1 - 148) < 0.5)
    }

    /// As large as the field is high where nothing else is said, but not larger than text is.
    @Test func theSizeIsTheFieldsOrFitsIt() throws {
        let size = { (keys: String) in
            try #require(page("/Subtype/Widget/FT/Tx/V<FEFF503C>" + keys).source().content.runs.last).style.size
        }
        #expect(abs(try size("/DA(/H 7 Tf)") - 7) < 0.1)
        #expect(abs(try size("/DA(/H 0 Tf)") - 12) < 0.1)
        #expect(abs(try size("") - 12) < 0.1)
    }

    /// On one line a long value is set smaller, not over the field's side.
    @Test func aLongLineFitsItsField() throws {
        let text = String(repeating: "文", count: 20)
        let runs = try page("/Subtype/Widget/FT/Tx/V<FEFF\(PageFile.hex(text))>/DA(/H 9 Tf)").source().content.runs
        #expect(runs.dropFirst().map(\.text) == [text])
        #expect(runs.last.map { $0.box.x1 <= 150 } == true)
    }
}
