import ArgumentParser
import Normalize
import PDFText
import PageModel
import Pipeline

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "Prints the text runs of a PDF, one JSON object a line.")

    @Argument(help: "The PDF.") var file: String

    func run() throws {
        let document = try PDFDocument(file: FileBytes(path: file), name: file)
        var out = JSONWriter()
        for number in 1...document.pageCount {
            let page = try document.page(number)
            for run in page.runs { out.writeLine(run.json(file: file, page: number)) }
        }
        print(String(decoding: out.bytes, as: UTF8.self), terminator: "")
    }
}
