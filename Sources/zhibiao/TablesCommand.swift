import ArgumentParser
import Export
import Normalize
import PDFText
import PageModel
import Pipeline
import ScanReading
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
        var options = try reading.options()
        options.tables.method = TableMethod(rawValue: method.rawValue)
        let reader = PageReader(options: options)
        var exporter = try format.exporter(
            path: out, inputs: files.map { InputFile(argument: $0) }, guardsFormulas: !rawText)
        var failed = false
        for file in files {
            do {
                let isWhole = try export(file, options: options, reader: reader, to: &exporter)
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
        _ file: String, options: ConvertOptions, reader: PageReader, to exporter: inout any TableExporter
    ) throws -> Bool {
        var pages = try PageSequence(InputFile(argument: file), options: options, reader: reader)
        var isWhole = true
        while pages.nextNumber != nil {
            let page: PageContent
            do throws(PDFError) {
                page = try pages.read()
            } catch {
                complain(file, error.message)
                isWhole = false
                continue
            }
            complain(file, of: page)
            if page.isUnread { isWhole = false }
            for (index, table) in pages.layout(of: page).tablesOnPage.enumerated() {
                try exporter.add(ExportedTable(file: file, ordinal: index + 1, table: table))
            }
        }
        return isWhole
    }
}
