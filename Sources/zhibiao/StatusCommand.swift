public import ArgumentParser
import Bulk
import Foundation
import Normalize
import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how a conversion into a folder stands, also while it is running.")

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(help: "Print the files of one status instead: pending, done, partial, no_form or failed.")
    var list: DocumentStatus?
    @Option(help: "How to print: text, or json for programs.") var logFormat = RunLog.Format.text

    func run() throws {
        if let list {
            let sink = try TextSink(path: nil)
            try RunStatus.list(list, in: folder) { name, code in
                try sink.write(name.shown + (code.map { "\t\($0)" } ?? "") + "\n")
            }
            try sink.finish()
            return
        }
        let status = try RunStatus(folder: folder)
        let table = StatusTable(counts: status.counts)
        switch logFormat {
        case .json:
            let head = [
                JSONMember("state", .string(status.state)), JSONMember("version", .string(status.version)),
                JSONMember("shard", .string(orNull: status.shard)),
                JSONMember("started", .string(Self.text(status.started))),
                JSONMember("changed", .string(Self.text(status.changed))),
                JSONMember("pages_per_second", .double(status.pagesPerSecond)),
            ]
            try StandardStreams.print(JSONValue.object(head + table.members).description + "\n")
        case .text:
            let rows = [
                "state     \(status.state)" + (status.shard.map { ", shard \($0)" } ?? ""),
                "started   \(Self.text(status.started))",
                "changed   \(Self.text(status.changed))",
                "speed     \(String(format: "%.0f", status.pagesPerSecond)) pages a second",
            ]
            try StandardStreams.print((rows + table.rows).map { $0.shown + "\n" }.joined())
        }
    }

    private static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}

extension DocumentStatus: ExpressibleByArgument {}
