import ArgumentParser

@main
struct Zhibiao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhibiao",
        abstract: "Turns PDF attachments of budget-performance forms into indicator records, and any PDF into tables.",
        subcommands: [ConvertCommand.self, RunsCommand.self, TablesCommand.self, InspectCommand.self]
    )
}
