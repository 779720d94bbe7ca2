internal import Export
internal import Normalize
internal import PDFText
internal import PageModel
public import Pipeline
internal import ScanReading
internal import TableRecon

/// Shows what the pipeline sees in one document, as a page of HTML.
public struct DocumentInspector {
    private let options: ConvertOptions
    /// Dots per inch of the pages' pictures.
    private let resolution = 110.0

    public init(options: ConvertOptions) { self.options = options }

    /// Writes the report.
    ///
    /// - Returns: A sentence for each page that could not be read, or not whole; the report holds the others.
    /// - Throws: `PDFError` when the document does not open, `OutputError` when the report cannot be written.
    public func inspect(_ input: InputFile, to path: String) throws -> [String] {
        var sequence = try PageSequence(input, options: options, reader: PageReader(options: options))
        let sink = try TextSink(path: path, inputs: [input])
        var assembler = FormAssembler(dictionary: options.dictionary)
        var pages: [(content: PageContent, layout: PageLayout, trace: TableTrace)] = []
        var forms: [FormRecord] = []
        var problems: [String] = []
        while sequence.nextNumber != nil {
            do throws(PDFError) {
                let content = try sequence.read()
                let (layout, trace) = sequence.traced(content)
                pages.append((content, layout, trace))
                forms += assembler.consume(layout)
                problems += content.notes.filter { $0.code.isLoss }.map { "Page \(content.number): \($0.message)" }
            } catch {
                problems.append(error.message)
            }
        }
        forms += assembler.finish()
        var report = InspectReport(file: input.name, forms: forms)
        try sink.write(report.head(pages: pages.count, tables: pages.reduce(0) { $0 + $1.layout.tables.count }))
        for (content, layout, trace) in pages {
            // Pictures are large: each is made only when it is written.
            let picture = try? sequence.png(page: content.number, dpi: resolution)
            try sink.write(report.page(content, layout: layout, trace: trace, picture: picture))
        }
        try sink.write(report.foot())
        try sink.finish()
        return problems
    }
}
