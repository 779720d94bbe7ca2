import ArgumentParser
import Normalize
import PDFText
import PageModel
import Pipeline
import TableRecon

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Extracts the tables of any PDF.",
        discussion: """
            Without --out the tables go to standard output. With --format csv, --out DIR/ makes a file for each table; \
            --format xlsx needs --out FILE.xlsx.
            """)

    /// How tables are found.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case auto
        case lattice
        case stream
        case mixed
    }

    @Argument(help: "The PDFs; - reads one from standard input.") var files: [String]
    @Option(help: "The format.") var format = TableFormat.jsonl
    @Option(help: "Find tables by ruling lines, by alignment, or by both; auto decides for each table.")
    var method = Method.auto
    @Option(help: "The file to write, or for CSV the folder.") var out: String?
    @Flag(help: "In CSV, leave texts as they are that a spreadsheet would run as formulas.") var rawText = false
    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if format == .xlsx, out == nil {
            throw ValidationError("A workbook needs a file to go to. Name it with --out FILE.xlsx.")
        }
    }

    func run() throws {
        var settings = TableSettings()
        settings.method = TableMethod(rawValue: method.rawValue)
        let finder = TableFinder(settings: settings)
        let password = try reading.password()
        let reader = reading.pageReader()
        let inputs = files.map { $0 == "-" ? InputFile.standardInput : .path($0) }
        var exporter = try format.exporter(path: out, inputs: inputs, guardsFormulas: !rawText)
        var failed = false
        for file in files {
            do {
                let isWhole = try export(file, finder: finder, reader: reader, password: password, to: &exporter)
                if !isWhole { failed = true }
            } catch let error as PDFError {
                complain(file, error.message)
                failed = true
            }
        }
        try exporter.finish()
        if failed { throw ExitCode.someFailed }
    }

    /// - Returns: Whether all pages could be read.
    private func export(
        _ file: String, finder: TableFinder, reader: PageReader, password: String?, to exporter: inout any TableExporter
    ) throws -> Bool {
        let input: InputFile = file == "-" ? .standardInput : .path(file)
        let document = try PDFDocument(file: input.read(), name: file, password: password)
        var tracker = ContinuationTracker()
        var isWhole = true
        for number in reading.numbers(of: document.pageCount) {
            let page: PageContent
            do throws(PDFError) {
                page = try document.page(number, reader: reader)
            } catch {
                complain(file, error.message)
                isWhole = false
                continue
            }
            if let failure = reader.failure {
                complain(file, "Page \(number) is a picture that was not read. \(failure.message)")
                isWhole = false
            }
            for (index, table) in tracker.link(finder.layout(of: page)).tablesOnPage.enumerated() {
                try exporter.add(ExportedTable(file: file, ordinal: index + 1, table: table))
            }
        }
        return isWhole
    }
}
