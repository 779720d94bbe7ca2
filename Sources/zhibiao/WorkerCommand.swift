import ArgumentParser
import Bulk
import Foundation

/// The other end of `convert`; not for users.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Converts documents for another zhibiao.", shouldDisplay: false)

    @Option var parent: Int32

    func run() throws {
        let faults = ProcessInfo.processInfo.environment["ZHIBIAO_FAULTS"]
        try Worker(parent: parent, faults: faults)?.run()
    }
}
