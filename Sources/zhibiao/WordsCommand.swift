import ArgumentParser
import Bulk
import Normalize
import Pipeline

struct WordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Lists headers and labels of a run that the dictionary does not know.",
        discussion:
            "The list is a dictionary file to fill in: put the words behind their keys and give it to --dictionary.")

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(name: .long, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var out: String?

    func run() throws {
        let words = try UnknownWords(folder: folder, dictionary: .builtIn)
        let sink = try TextSink(path: out, inputs: RunResults.files(of: folder))
        // Words come from documents: what a terminal would obey is escaped.
        try sink.write(words.dictionaryFile.shownByLine)
        try sink.finish()
    }
}
