public import Normalize
public import PDFText
internal import PageModel
public import TableRecon

/// What one document gave.
public struct DocumentResult: Sendable {
    public var pages = 0
    public var forms = 0
    public var indicators = 0
    public var failures: [Failure] = []
    /// Nil when the file could not be read.
    public var sha256: String?

    public init() {}
}

/// What a caller wants to hear while a document is converted.
public struct ConversionWatch {
    /// Gets the hash of the content before anything is read from it; false leaves the document alone.
    public var wants: (_ sha256: String) throws -> Bool
    /// A stage begins with a page.
    public var begins: (Failure.Stage, _ page: Int) throws -> Void

    public init(
        wants: @escaping (_ sha256: String) throws -> Bool = { _ in true },
        begins: @escaping (Failure.Stage, _ page: Int) throws -> Void = { _, _ in }
    ) {
        self.wants = wants
        self.begins = begins
    }
}

/// Options that hold for every document of a run.
public struct ConvertOptions: Sendable {
    public var password: String?
    /// Nil for all pages.
    public var pages: PageSelection?
    public var dictionary: FormDictionary
    public var text = PDFTextSettings()
    public var tables = TableSettings()
    public var ocr = OCRMode.auto
    public var engine = OCREngine.auto

    public init(password: String? = nil, pages: PageSelection? = nil, dictionary: FormDictionary = .builtIn) {
        self.password = password
        self.pages = pages
        self.dictionary = dictionary
    }
}

/// Takes one document through all stages.
///
/// Pages are read, normalised and forgotten one by one: memory does not grow with their number.
public struct DocumentConverter {
    private let options: ConvertOptions
    /// Holds the engine, which is loaded once for all documents.
    private let reader: PageReader

    public init(options: ConvertOptions) {
        self.options = options
        reader = PageReader(mode: options.ocr, engine: options.engine)
    }

    /// Starts the recogniser of scans when it is another program, and tells whether it is one.
    func startProgram() -> Bool {
        guard case .command = options.engine, options.ocr != .never else { return false }
        reader.startProgram()
        return true
    }

    /// Whether the recogniser could not do its work in the last document.
    var hasLostProgram: Bool {
        if case .command = options.engine { return reader.failure != nil }
        return false
    }

    /// Converts a document and hands out each form as soon as it is complete.
    ///
    /// Never throws for what is wrong with the document: that stands in the result's failures.
    ///
    /// - Parameter skippedPages: Are not looked at, as if the document did not have them.
    public func convert(
        _ input: InputFile, skippedPages: Set<Int> = [], watch: ConversionWatch = ConversionWatch(),
        onForm: (FormRecord, DocumentIdentity, _ ordinal: Int) throws -> Void
    ) throws -> DocumentResult {
        var result = DocumentResult()
        let file: FileBytes
        do throws(PDFError) {
            file = try input.read()
        } catch {
            result.failures.append(Failure(error, file: input.name, sha256: nil, stage: .open))
            return result
        }
        result.sha256 = file.sha256
        guard try watch.wants(file.sha256) else { return result }
        let identity = DocumentIdentity(file: input.name, sha256: file.sha256)
        let document: PDFDocument
        do throws(PDFError) {
            document = try PDFDocument(
                file: file, name: input.name, password: options.password, settings: options.text)
        } catch {
            result.failures.append(Failure(error, file: input.name, sha256: file.sha256, stage: .open))
            return result
        }
        var report = PageReport()
        var assembler = FormAssembler(dictionary: options.dictionary)
        let finder = TableFinder(settings: options.tables)
        var continuation = ContinuationTracker()
        func emit(_ forms: [FormRecord]) throws {
            for form in forms {
                result.forms += 1
                result.indicators += form.indicators.count
                try onForm(form, identity, result.forms)
            }
        }
        for number in 1...document.pageCount
        where (options.pages?.contains(number) ?? true) && !skippedPages.contains(number) {
            try watch.begins(.text, number)
            let page: PageContent
            do throws(PDFError) {
                page = try document.page(number, reader: reader)
            } catch {
                result.failures.append(Failure(error, file: input.name, sha256: file.sha256, stage: .text))
                continue
            }
            result.pages += 1
            report.note(page, failure: reader.failure)
            try watch.begins(.normalize, number)
            try emit(assembler.consume(continuation.link(finder.layout(of: page))))
        }
        try emit(assembler.finish())
        result.failures += report.failures(file: input.name, sha256: file.sha256, foundForm: result.forms > 0)
        if result.failures.contains(where: { $0.code == .noForm }), EncryptionScan.isUnknown(input) {
            let error = PDFError(
                .encrypted, "The file is encrypted in a way that is not known. Ask for a copy without encryption.")
            result.failures = [Failure(error, file: input.name, sha256: file.sha256, stage: .open)]
        } else if let pages = options.pages, !(1...document.pageCount).contains(where: { pages.contains($0) }),
            result.failures.first?.code == .noForm
        {
            result.failures[0].message =
                "None of the pages \(pages) is in the document, which ends with page \(document.pageCount). "
                + "Check --pages."
        }
        return result
    }
}

/// Which pages had nothing to read.
private struct PageReport {
    private var pictures: [Int] = []
    private var reason: String?

    mutating func note(_ page: PageContent, failure: OCRError?) {
        guard failure != nil || page.runs.isEmpty && page.imageCoverage > 0.1 else { return }
        pictures.append(page.number)
        if let failure { reason = reason ?? failure.message }
    }

    func failures(file: String, sha256: String, foundForm: Bool) -> [Failure] {
        if !pictures.isEmpty {
            let list = PageSelection(pages: pictures).description
            let which = pictures.count == 1 ? "Page \(list) is a picture" : "Pages \(list) are pictures"
            return [
                Failure(
                    file: file, sha256: sha256, stage: .text, code: .noText,
                    message: "\(which) without text that can be read. \(reason ?? "Look at it with zhibiao inspect.")")
            ]
        }
        guard !foundForm else { return [] }
        return [
            Failure(
                file: file, sha256: sha256, stage: .normalize, code: .noForm,
                message: "No indicator form was found. If there is one, add its words with --dictionary FILE.")
        ]
    }
}
