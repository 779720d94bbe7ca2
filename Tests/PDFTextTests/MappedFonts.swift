import PageModel

@testable import PDFText

/// Pages that show glyphs of fonts given by their keys.
protocol MappedFonts {}

extension MappedFonts {
    var descriptor: String { "/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]>>" }

    /// A page that shows two glyphs, codes 1 and 2, in a font given by its keys.
    func unmapped(_ font: String, show: String = "<00010002>", map: String? = nil) throws -> Int {
        var file = PageFile(content: PageFile.show("文", x: 10, y: 80) + "BT /G 10 Tf 10 50 Td \(show) Tj ET")
        file.fonts = "/G 20 0 R"
        file.objects = ["<</Type/Font\(font)\(map == nil ? "" : "/ToUnicode 21 0 R")>>"]
        file.objects.append(map.map { PageFile.stream("", $0) } ?? "null")
        file.objects.append(PageFile.stream("", "500 0 d0 0 0 500 700 re f"))
        file.objects.append(PageFile.stream("", "500 0 d0"))
        return try file.source().shows.unmappedCount
    }

    func composite(ordering: String = "Identity", encoding: String = "Identity-H") -> String {
        """
        /Subtype/Type0/BaseFont/A/Encoding/\(encoding)/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A\
        /CIDSystemInfo<</Registry(Adobe)/Ordering(\(ordering))/Supplement 0>>/DW 1000\(descriptor)>>]
        """
    }

    /// A font of procedures, which all draw a box but for those in `blank`.
    func drawn(_ names: String, widths: String = "500 500", blank: Set<Substring> = []) -> String {
        let procedures = names.split(separator: "/").map { "/\($0) \(blank.contains($0) ? 23 : 22) 0 R" }
        return """
            /Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar 2\
            /CharProcs<<\(procedures.joined())>>/Widths[\(widths)]\
            /Encoding<</Type/Encoding/Differences[1\(names)]>>
            """
    }

    /// The beginning of a map of codes of two bytes.
    var map: String { "1 begincodespacerange <0000> <FFFF> endcodespacerange " }
}
