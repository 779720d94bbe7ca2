// Writes the indicator records of PDFs, scans among them, as JSON Lines.
//
//     swift run Records a.pdf b.pdf

import Normalize
import Pipeline

// snippet.convert
/// The indicator records of one PDF, as JSON Lines. Pages without text that can be trusted are read by their pictures.
func records(of path: String, by converter: DocumentConverter) throws -> String {
    var lines = JSONWriter()
    let result = try converter.convert(.path(path)) { form, document, ordinal in
        for line in form.indicatorLines(in: document, ordinal: ordinal) { lines.writeLine(line) }
    }
    for failure in result.failures { print("\(failure.file): \(failure.message)") }
    return String(decoding: lines.bytes, as: UTF8.self)
}

// One for all documents: it holds the engine that reads pictures.
var options = ConvertOptions()
options.ocr = .auto
let converter = DocumentConverter(options: options)
for path in CommandLine.arguments.dropFirst() { print(try records(of: path, by: converter), terminator: "") }
// snippet.end
