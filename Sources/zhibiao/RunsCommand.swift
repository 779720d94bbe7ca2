import ArgumentParser
internal import Export
import Foundation
import Normalize
import PDFText
import PageModel
import Pipeline
import ScanReading

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "Prints the text runs of a PDF, one JSON object a line.")

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let options = try reading.options()
        var isWhole = true
        do {
            let input = InputFile(argument: file)
            let sink = try TextSink(path: nil, inputs: [input])
            var pages = try PageSequence(input, options: options, reader: PageReader(options: options))
            while pages.nextNumber != nil {
                var out = JSONWriter()
                let page = try pages.read()
                for run in page.runs { out.writeLine(run.json(file: file, page: page)) }
                try sink.write(out.bytes)
                try sink.flush()
                complain(file, of: page)
                if page.isUnread { isWhole = false }
            }
        } catch let error as PDFError {
            complain(file, error.message)
            throw ExitCode.someFailed
        }
        if !isWhole { throw ExitCode.someFailed }
    }
}
