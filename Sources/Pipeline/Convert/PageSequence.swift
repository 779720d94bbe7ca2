internal import Normalize
public import PDFText
public import PageModel
public import ScanReading
public import TableRecon

/// The pages of one document, in order: the one loop that all commands and libraries use.
///
/// Pages are read and forgotten one by one: memory does not grow with their number. What went wrong with a page stands
/// in the notes of its content; only a page that cannot be had at all throws.
///
///     var pages = PageSequence(document, options: options, reader: reader)
///     while pages.nextNumber != nil {
///         let page = try pages.read()
///         let tables = pages.layout(of: page).tables
///     }
public struct PageSequence: ~Copyable {
    private let document: SourceDocument
    private let reader: PageReader
    private let finder: TableFinder
    private var continuation: ContinuationTracker
    /// In reverse, to take from the end.
    private var numbers: [Int]

    /// - Parameters:
    ///   - reader: Reads scans; keep one for many documents, for it holds the engine.
    ///   - skippedPages: Are not looked at, as if the document did not have them.
    public init(
        _ document: consuming SourceDocument, options: ConvertOptions, reader: PageReader, skippedPages: Set<Int> = []
    ) {
        self.reader = reader
        finder = TableFinder(settings: options.tables)
        continuation = ContinuationTracker(settings: options.tables.continuation)
        numbers = (1...document.pageCount).reversed().filter {
            options.pages?.contains($0) ?? true && !skippedPages.contains($0)
        }
        self.document = document
    }

    /// Opens a document and gives its pages.
    ///
    /// - Throws: As `SourceDocument`.
    public init(_ input: InputFile, options: ConvertOptions, reader: PageReader) throws(PDFError) {
        let document = try SourceDocument(
            file: input.read(), name: input.name, password: options.password, settings: options.text)
        self.init(document, options: options, reader: reader)
    }

    /// The page that `read` gives next, from 1; nil after the last.
    public var nextNumber: Int? { numbers.last }

    /// Reads the next page, scans by their pictures.
    ///
    /// - Throws: `damaged` when there is no such page; the next one can be read all the same.
    /// - Precondition: `nextNumber` is not nil.
    public mutating func read() throws(PDFError) -> PageContent {
        reader.read(try document.page(numbers.removeLast()))
    }

    /// The tables of a page, linked to those of the page before. To be asked for each page once, in order.
    public mutating func layout(of page: PageContent) -> PageLayout { continuation.link(finder.layout(of: page)) }

    /// As `layout(of:)`, with what each step of the table stage found.
    public mutating func traced(_ page: PageContent) -> (layout: PageLayout, trace: TableTrace) {
        let (layout, trace) = finder.traced(page)
        return (continuation.link(layout), trace)
    }

    /// The picture of a page as a PNG file.
    ///
    /// - Parameter dpi: Dots per inch; lowered for huge pages.
    /// - Throws: `damaged` when there is no such page or it cannot be drawn.
    package func png(page number: Int, dpi: Double) throws(PDFError) -> [UInt8] {
        try document.png(page: number, dpi: dpi)
    }
}
