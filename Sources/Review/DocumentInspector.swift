public import Export
internal import Normalize
internal import PDFText
internal import PageModel
public import Pipeline
package import ScanReading
internal import TableRecon

/// Makes the page on which a person checks what was read of one document.
public struct DocumentInspector {
    private let options: ConvertOptions
    private let reader: PageReader
    /// Dots per inch of the pages' pictures.
    private let resolution = 104.0

    public init(options: ConvertOptions) { self.init(options: options, reader: PageReader(options: options)) }

    /// - Parameter reader: Made with the same options.
    package init(options: ConvertOptions, reader: PageReader) {
        self.options = options
        self.reader = reader
    }

    /// Writes the report.
    ///
    /// - Returns: A sentence for each page that could not be read, or not whole; the report holds the others.
    /// - Throws: `PDFError` when the document does not open, `OutputError` when the report cannot be written.
    public func inspect(
        _ input: InputFile, to path: String, language: HeaderLanguage = .zh
    ) throws -> [String] {
        let sink = try TextSink(path: path, inputs: [input])
        try sink.write(Self.beginning(language))
        let problems = try inspect(input, begins: { _ in }, write: { try sink.write($0) })
        try sink.finish()
        return problems
    }

    /// How every report begins. It forbids the rest to run or fetch anything: whoever wrote the rest may have been taken
    /// over by the document.
    ///
    /// - Parameter language: In which the page begins; a person can change it there.
    package static func beginning(_ language: HeaderLanguage) -> String { InspectReport.beginning(language) }

    /// Hands the report out piece by piece, behind its beginning.
    ///
    /// - Parameter begins: Called before each page is read.
    package func inspect(
        _ input: InputFile, begins: (_ page: Int) throws -> Void, write: ([UInt8]) throws -> Void
    ) throws -> [String] {
        let file = try input.read()
        let document = try SourceDocument(
            file: file, name: input.name, password: options.password, settings: options.text)
        var sequence = PageSequence(document, options: options, reader: reader)
        var report = PageReport()
        var assembler = FormAssembler(dictionary: options.dictionary)
        var pages: [(content: PageContent, layout: PageLayout, trace: TableTrace)] = []
        var forms: [FormRecord] = []
        var problems: [String] = []
        while let number = sequence.nextNumber {
            try begins(number)
            do throws(PDFError) {
                let content = try sequence.read()
                let (layout, trace) = sequence.traced(content)
                pages.append((content, layout, trace))
                report.note(content)
                forms += assembler.consume(layout)
                problems += content.notes.filter { $0.code.isLoss }.map { "Page \(content.number): \($0.message)" }
            } catch {
                problems.append(error.message)
            }
        }
        forms += assembler.finish()
        for form in forms { report.note(form) }
        try write(Array(InspectReport.head(file: input.name).utf8))
        for (content, layout, trace) in pages {
            // Pictures are large: each is made only when it is written.
            let picture = try? sequence.png(page: content.number, dpi: resolution)
            try write(Array(InspectReport.page(content, layout: layout, trace: trace, picture: picture).utf8))
        }
        let data = InspectData(
            document: DocumentIdentity(file: input.name, sha256: file.sha256), forms: forms,
            failures: report.failures(file: input.name, sha256: file.sha256),
            pages: pages.map { ($0.content.number, $0.content.width, $0.content.height) })
        try write(Array(InspectReport.foot(data).utf8))
        return problems
    }
}
