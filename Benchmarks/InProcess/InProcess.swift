import Bulk
import Foundation

/// Converts folders in one process, without limits and without a sandbox: what workers are compared with.
@main enum InProcess {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first, arguments.count > 1 else {
            print("in-process OUT PATH…")
            exit(2)
        }
        let settings = BulkSettings(output: output, isolation: .inProcess)
        _ = try BulkRun(settings: settings).convert(InputList(paths: arguments.dropFirst().map { Array($0.utf8) }))
    }
}
