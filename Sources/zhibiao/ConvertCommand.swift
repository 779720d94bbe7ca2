import ArgumentParser
import Normalize
import PDFText
import Pipeline

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Converts PDFs and folders of PDFs into indicator records.")

    @Argument(help: "PDFs and folders.") var paths: [String]
    @Option(help: "The output folder.") var out: String?

    func run() throws {
        let converter = BulkConverter(options: ConvertOptions())
        let output = try OutputFolder(path: out ?? "out")
        let summary = try converter.convert(InputFinder().find(paths), to: output)
        print(summary.files, summary.pages, summary.forms, summary.indicators, summary.failures.count)
    }
}
