import ArgumentParser
import Bulk
import Foundation
import Pipeline

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "Prints the text runs of a PDF, one JSON object a line.")

    @Argument(help: "The PDF; - reads it from standard input.") var file: String
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let session = try reading.session(.runs)
        let input = documents([file])[0]
        let sink = try TextSink(path: nil, inputs: [input] + reading.readFiles)
        let bar = ReadingBar(isShown: isatty(1) == 0)
        defer { bar.clear() }
        var problems = Problems(file: input.name)
        let failures = try session.read(input) { piece in
            bar.note(piece)
            if case .line(let line) = piece { try sink.write(line) } else { try sink.flush() }
            problems.note(piece)
        }
        try sink.finish()
        bar.clear()
        problems.note(failures)
        if problems.hasLoss { throw ExitCode.someFailed }
    }
}

/// Says what is wrong with a document while it is read, and remembers whether anything is missing.
struct Problems {
    let file: String
    private(set) var hasLoss = false

    init(file: String) { self.file = file }

    mutating func note(_ piece: ReadingSession.Piece) {
        guard case .problem(let message, let isLoss) = piece else { return }
        complain(file, message)
        if isLoss { hasLoss = true }
    }

    mutating func note(_ failures: [Failure]) {
        for failure in failures { complain(file, failure.message) }
        if !failures.isEmpty { hasLoss = true }
    }
}
