import ArgumentParser
import Foundation
import Normalize
import PDFText
import PageModel
import Pipeline

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "Prints the text runs of a PDF, one JSON object a line.")

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let input = file == "-" ? InputFile.standardInput : InputFile.path(file)
        do {
            let bytes = try input.read()
            let document = try PDFDocument(file: bytes, name: file, password: try reading.password())
            for number in reading.numbers(of: document.pageCount) {
                var out = JSONWriter()
                for run in try document.page(number).runs { out.writeLine(run.json(file: file, page: number)) }
                try FileHandle.standardOutput.write(contentsOf: out.bytes)
            }
        } catch let error as PDFError {
            complain(file, error.message)
            throw ExitCode.someFailed
        }
    }
}
