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
        var isWhole = true
        do {
            let bytes = try input.read()
            let document = try PDFDocument(file: bytes, name: file, password: try reading.password())
            let sink = try TextSink(path: nil, inputs: [input])
            let reader = reading.pageReader()
            for number in reading.numbers(of: document.pageCount) {
                var out = JSONWriter()
                let page = try document.page(number, reader: reader)
                for run in page.runs { out.writeLine(run.json(file: file, page: page)) }
                try sink.write(out.bytes)
                try sink.flush()
                if let failure = reader.failure {
                    complain(file, "Page \(number) is a picture that was not read. \(failure.message)")
                    isWhole = false
                }
            }
        } catch let error as PDFError {
            complain(file, error.message)
            throw ExitCode.someFailed
        }
        if !isWhole { throw ExitCode.someFailed }
    }
}
