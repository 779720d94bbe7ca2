public import Normalize
public import PDFText
internal import PageModel
public import ScanReading
public import TableRecon

/// What one document gave.
public struct DocumentResult: Sendable {
    public var pages = 0
    public var forms = 0
    public var indicators = 0
    public var failures: [Failure] = []
    /// Nil when the file could not be read.
    public var sha256: String?
    /// The recogniser is another program, and it could not do its work.
    package internal(set) var hasLostProgram = false

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

    public init(options: ConvertOptions) { self.init(options: options, reader: PageReader(options: options)) }

    /// - Parameter reader: Made with the same options.
    package init(options: ConvertOptions, reader: PageReader) {
        self.options = options
        self.reader = reader
    }

    private var isProgram: Bool {
        if case .command = options.engine { return true }
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
        let document: SourceDocument
        do throws(PDFError) {
            document = try SourceDocument(
                file: file, name: input.name, password: options.password, settings: options.text)
        } catch {
            result.failures.append(Failure(error, file: input.name, sha256: file.sha256, stage: .open))
            return result
        }
        let pageCount = document.pageCount
        var pages = PageSequence(document, options: options, reader: reader, skippedPages: skippedPages)
        var report = PageReport()
        var assembler = FormAssembler(dictionary: options.dictionary)
        func emit(_ forms: [FormRecord]) throws {
            for form in forms {
                result.forms += 1
                result.indicators += form.indicators.count
                report.note(form)
                try onForm(form, identity, result.forms)
            }
        }
        while let number = pages.nextNumber {
            try watch.begins(.text, number)
            let page: PageContent
            do throws(PDFError) {
                page = try pages.read()
            } catch {
                result.failures.append(Failure(error, file: input.name, sha256: file.sha256, stage: .text))
                continue
            }
            result.pages += 1
            report.note(page)
            try watch.begins(.normalize, number)
            try emit(assembler.consume(pages.layout(of: page)))
        }
        try emit(assembler.finish())
        result.hasLostProgram = isProgram && report.hasUnreadPictures
        // Of a document of which no page could be had, nobody knows whether it holds a form.
        if result.pages > 0 || result.failures.isEmpty {
            result.failures += report.failures(file: input.name, sha256: file.sha256)
        }
        if result.forms == 0, EncryptionScan.isUnknown(input) {
            let error = PDFError(
                .encrypted, "The file is encrypted in a way that is not known. Ask for a copy without encryption.")
            result.failures = [Failure(error, file: input.name, sha256: file.sha256, stage: .open)]
        } else if let pages = options.pages, !(1...pageCount).contains(where: { pages.contains($0) }),
            result.failures.first?.code == .noForm
        {
            result.failures[0].message =
                "None of the pages \(pages) is in the document, which ends with page \(pageCount). "
                + "Check which pages were asked for."
        }
        return result
    }
}

extension PageReader {
    /// Reads scans as the options say.
    public convenience init(options: ConvertOptions) { self.init(mode: options.ocr, engine: options.engine) }

    /// - Parameter program: A socket to the program that the options name; nil where there is none.
    package convenience init(options: ConvertOptions, program: Int32?) {
        if let program {
            self.init(mode: options.ocr, engine: options.engine, program: program)
        } else {
            self.init(options: options)
        }
    }
}
