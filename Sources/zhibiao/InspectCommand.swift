import ArgumentParser
import Bulk
import Export
import Pipeline
import Review

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Makes the page on which a person checks what was read of a PDF.",
        discussion: """
            The page shows the original beside the forms as they were read, with a list of what needs a look. It is one \
            HTML file and needs no network; corrections are kept by the browser and exported for convert --corrections.
            """)

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @Option(help: "The HTML file to write.") var out: String
    @Option(help: "The language of the page, zh or en; it can be changed there.") var lang = HeaderLanguage.zh
    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let session = try reading.session(.inspection, dictionary: dictionary)
        let input = documents([file])[0]
        let sink = try TextSink(path: out, inputs: [input] + dictionary.readFiles + reading.readFiles)
        let bar = ReadingBar(isShown: true)
        defer { bar.clear() }
        var problems = Problems(file: input.name)
        try sink.write(DocumentInspector.beginning(lang))
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
