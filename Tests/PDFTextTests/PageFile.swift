@testable import PDFText

/// A PDF of one page of 200 by 100 points, written out by hand; readers find the objects without a table of them.
///
/// Text is set in `/F`, whose codes are those of Unicode: `show` writes the operators.
struct PageFile {
    var content = ""
    /// Keys of the page's dictionary.
    var page = ""
    /// Keys of the catalog's dictionary.
    var catalog = ""
    /// Whole objects, numbered from 20.
    var objects: [String] = []
    /// More entries of the font resources.
    var fonts = ""
    /// More entries of the resources.
    var resources = ""

    static let font = """
        <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>\
        /DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]\
        /ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>
        """

    /// Operators that show a text of 10 points.
    static func show(_ text: String, x: Double, y: Double) -> String {
        "BT /F 10 Tf \(x) \(y) Td <\(hex(text))> Tj ET\n"
    }

    static func hex(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    static func stream(_ keys: String, _ content: String) -> String {
        "<<\(keys)/Length \(content.utf8.count)>> stream\n\(content)\nendstream"
    }

    var bytes: [UInt8] {
        var text = "%PDF-1.6\n1 0 obj <</Type/Catalog/Pages 2 0 R\(catalog)>> endobj\n"
        text += "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>> endobj\n"
        text += "3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R\(page)"
        text += "/Resources<</Font<</F 5 0 R\(fonts)>>\(resources)>>>> endobj\n"
        text += "4 0 obj \(Self.stream("", content)) endobj\n5 0 obj \(Self.font) endobj\n"
        for (index, object) in objects.enumerated() { text += "\(20 + index) 0 obj \(object) endobj\n" }
        return Array((text + "trailer <</Root 1 0 R>>\n%%EOF\n").utf8)
    }

    func source() throws -> SourcePage {
        let document = try PDFDocument(file: FileBytes(bytes), name: "page.pdf")
        return try document.page(1)
    }

    /// Texts of the runs, in reading order.
    func texts() throws -> [String] { try source().content.runs.map(\.text) }
}
