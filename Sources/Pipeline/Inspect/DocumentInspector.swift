internal import Normalize
public import PDFText
internal import PageModel
internal import TableRecon

/// Shows what the pipeline sees in one document, as a page of HTML.
public struct DocumentInspector {
    private let options: ConvertOptions
    /// Dots per inch of the pages' pictures.
    private let resolution = 110.0

    public init(options: ConvertOptions) { self.options = options }

    /// Writes the report.
    ///
    /// - Returns: What is wrong with single pages; they are left out.
    /// - Throws: `PDFError` when the document does not open, `OutputError` when the report cannot be written.
    public func inspect(_ input: InputFile, to path: String) throws -> [PDFError] {
        let document = try PDFDocument(
            file: input.read(), name: input.name, password: options.password, settings: options.text)
        let sink = try TextSink(path: path, inputs: [input])
        let finder = TableFinder(settings: options.tables)
        var tracker = ContinuationTracker()
        var assembler = FormAssembler(dictionary: options.dictionary)
        var pages: [(content: PageContent, layout: PageLayout)] = []
        var forms: [FormRecord] = []
        var problems: [PDFError] = []
        let reader = PageReader(mode: options.ocr, engine: options.engine)
        for number in 1...document.pageCount where options.pages?.contains(number) ?? true {
            do throws(PDFError) {
                let content = try document.page(number, reader: reader)
                let layout = tracker.link(finder.layout(of: content))
                pages.append((content, layout))
                forms += assembler.consume(layout)
            } catch {
                problems.append(error)
            }
        }
        forms += assembler.finish()
        var report = InspectReport(file: input.name, forms: forms)
        try sink.write(report.head(pages: pages.count, tables: pages.reduce(0) { $0 + $1.layout.tables.count }))
        for (content, layout) in pages {
            // Pictures are large: each is made only when it is written.
            let picture = try? document.png(page: content.number, dpi: resolution)
            try sink.write(report.page(content, layout: layout, picture: picture))
        }
        try sink.write(report.foot())
        try sink.finish()
        return problems
    }
}
