import ArgumentParser
import Bulk
import Pipeline
import Review

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows what the pipeline saw in a PDF, as one HTML page.",
        discussion: "The page holds the pictures of the pages with all that was found on them; it needs no network.")

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @Option(help: "The HTML file to write.") var out: String
    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let session = try reading.session(.inspection, dictionary: dictionary)
        let input = documents([file])[0]
        let sink = try TextSink(path: out, inputs: [input] + dictionary.readFiles + reading.readFiles)
        let bar = ReadingBar(isShown: true)
        defer { bar.clear() }
        var problems = Problems(file: input.name)
        try sink.write(DocumentInspector.beginning)
        let failures = try session.read(input) { piece in
            bar.note(piece)
            if case .markup(let markup) = piece { try sink.write(markup) }
            problems.note(piece)
        }
        bar.clear()
        problems.note(failures)
        // Without a report an older file stays as it is.
        if failures.isEmpty { try sink.finish() }
        if problems.hasLoss { throw ExitCode.someFailed }
    }
}
