public import ArgumentParser
import Bulk
import Foundation
import Normalize

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how a conversion into a folder stands, also while it is running.")

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(help: "Print the files of one status instead: pending, done, partial, no_form or failed.")
    var list: DocumentStatus?
    @Option(help: "How to print: text, or json for programs.") var logFormat = RunLog.Format.text

    func run() throws {
        if let list {
            try RunStatus.list(list, in: folder) { name, code in
                let line = code.map { "\(name)\t\($0)" } ?? name
                try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
            }
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
            print(JSONValue.object(head + table.members))
        case .text:
            print("state     \(status.state)" + (status.shard.map { ", shard \($0)" } ?? ""))
            print("started   \(Self.text(status.started))")
            print("changed   \(Self.text(status.changed))")
            print("speed     \(String(format: "%.0f", status.pagesPerSecond)) pages a second")
            for row in table.rows { print(row) }
        }
    }

    private static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}

extension DocumentStatus: ExpressibleByArgument {}
