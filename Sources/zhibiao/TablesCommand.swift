import ArgumentParser
import Normalize
import PDFText
import PageModel
import Pipeline
import TableRecon

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Prints the tables of a PDF, one JSON object a line.")

    @Argument(help: "The PDFs.") var files: [String]

    func run() throws {
        for file in files {
            let document = try PDFDocument(file: FileBytes(path: file), name: file)
            var out = JSONWriter()
            for number in 1...document.pageCount {
                let layout = TableFinder().layout(of: try document.page(number))
                for table in layout.tables { out.writeLine(table.json(file: file)) }
            }
            print(String(decoding: out.bytes, as: UTF8.self), terminator: "")
        }
    }
}
