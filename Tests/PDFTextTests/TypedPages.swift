import PageModel

@testable import PDFText

/// Pages with a word and one annotation beside it.
protocol TypedPages {}

extension TypedPages {
    var resources: String { "/Resources<</Font<</F 5 0 R>>>>" }

    /// An appearance for a field of 100 by 20 points.
    func appearance(_ content: String) -> String {
        PageFile.stream("/Subtype/Form/BBox[0 0 100 20]\(resources)", content)
    }

    func page(_ annotation: String, catalog: String = "", appearance: String? = nil) -> PageFile {
        var file = PageFile(content: PageFile.show("名称", x: 10, y: 45))
        file.page = "/Annots[20 0 R]"
        file.catalog = catalog
        file.objects = ["<</Type/Annot/Rect[50 40 150 60]\(annotation)>>"]
        if let appearance { file.objects.append(appearance) }
        return file
    }
}
