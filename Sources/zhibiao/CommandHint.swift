import Bulk
import Foundation
import Normalize
import Pipeline

/// Says which command was meant when there is none of the name given.
struct CommandHint {
    let commands: [String]

    /// - Throws: `UsageError` when the first argument is no option and no command.
    func check(_ arguments: [String]) throws {
        guard let name = arguments.first, !name.hasPrefix("-"), !commands.contains(name), name != "help" else { return }
        let nearest = commands.min { editDistance($0, name) < editDistance($1, name) }
        let hint = nearest.flatMap { editDistance($0, name) <= 2 ? " Did you mean \($0)?" : nil }
        throw UsageError(
            "There is no command \(name).\(hint ?? "") zhibiao --help lists them all.")
    }
}
