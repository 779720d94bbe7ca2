import ArgumentParser
import Normalize
import PDFText
import Pipeline
import Review

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows what the pipeline saw in a PDF, as one HTML page.",
        discussion: "The page holds the pictures of the pages with all that was found on them; it needs no network.")

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @Option(help: "The HTML file to write.") var out: String
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        do {
            let problems = try DocumentInspector(options: reading.options())
                .inspect(InputFile(argument: file), to: out)
            for problem in problems { complain(file, problem) }
            if !problems.isEmpty { throw ExitCode.someFailed }
        } catch let error as PDFError {
            complain(file, error.message)
            throw ExitCode.someFailed
        }
    }
}
