import ArgumentParser
import Bulk
import Foundation

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Joins the results of shards to what one machine would have written.")

    @Argument(help: "The folders of complete runs with --shard.") var folders: [String]
    @Option(help: "The folder for the joined results; made if missing.") var out: String
    @Flag(help: "Count documents without a form as failed, for the exit status.") var strict = false
    @Flag(help: "Say nothing but errors.") var quiet = false

    func validate() throws {
        if folders.isEmpty { throw ValidationError("Name the folders to join.") }
    }

    func run() throws {
        let summary = try ShardMerger(output: out).merge(folders)
        if !quiet {
            let log = RunLog(format: .text, volume: .init(), isTerminal: false) { _ in }
            SummaryPrinter(folder: out).show(summary, log: log, format: .text)
        }
        if summary.hasFailed(isStrict: strict) { throw ExitCode.someFailed }
    }
}
