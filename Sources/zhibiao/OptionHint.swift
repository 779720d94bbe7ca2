import Bulk
import Foundation
import Normalize

/// Says which option was meant when there is none of the name given, before anything else that is wrong.
struct OptionHint {
    /// Command → the long names of its options.
    private let options: [String: [String]]

    /// - Parameter dump: What the parser says of its commands, as JSON.
    init(dump: String) {
        let tool = try? JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
        options = Dictionary(
            (tool?.command.subcommands ?? []).map { command in
                let names = (command.arguments ?? []).flatMap { $0.names ?? [] }
                return (command.commandName, names.filter { $0.kind == "long" }.map(\.name))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: `UsageError` when an option of the command line is none of its command.
    func check(_ arguments: [String]) throws(UsageError) {
        guard let command = arguments.first, let known = options[command] else { return }
        // Behind two dashes alone there are no options.
        for argument in arguments.dropFirst().prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let name = String(argument.dropFirst(2).prefix { $0 != "=" })
            guard !known.contains(name) else { continue }
            let nearest = known.min { editDistance($0, name) < editDistance($1, name) }
            let hint = nearest.flatMap { editDistance($0, name) <= 2 ? " Did you mean --\($0)?" : nil }
            throw UsageError(
                "\(command) has no option --\(name).\(hint ?? "") zhibiao \(command) --help lists them all.")
        }
    }

    private struct Tool: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    private struct Argument: Decodable {
        var names: [Name]?
    }

    private struct Name: Decodable {
        var kind: String
        var name: String
    }
}
