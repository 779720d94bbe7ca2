import Bulk
import Foundation
import Pipeline

/// Says which command was meant when there is none of the name given.
struct CommandHint {
    let commands: [String]

    /// - Throws: `UsageError` when the first argument is no option and no command.
    func check(_ arguments: [String]) throws {
        guard let name = arguments.first, !name.hasPrefix("-"), !commands.contains(name), name != "help" else { return }
        let nearest = commands.min { Self.distance($0, name) < Self.distance($1, name) }
        let hint = nearest.flatMap { Self.distance($0, name) <= 2 ? " Did you mean \($0)?" : nil }
        throw UsageError(
            "There is no command \(name).\(hint ?? "") zhibiao --help lists them all.")
    }

    /// Letters to be put in, taken out or changed.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
