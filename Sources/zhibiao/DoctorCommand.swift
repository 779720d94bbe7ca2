import ArgumentParser
import Bulk
import Foundation
import Pipeline

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Shows what the program finds on this machine, its sandbox above all.")

    @Flag(help: "Exit with status 1 when the sandbox is not whole.") var requireSandbox = false

    func run() throws {
        let findings = Doctor(program: BulkOptions.ownProgram).findings()
        let width = findings.map(\.name.count).max() ?? 0
        for finding in findings {
            let mark =
                switch finding.verdict {
                case .good: "ok  "
                case .warning: "note"
                case .bad: "BAD "
                }
            let name = finding.name + String(repeating: " ", count: width - finding.name.count)
            try StandardStreams.print("\(mark)  \(name)  \(finding.text)\n")
        }
        if requireSandbox, !Doctor.isWhole(findings) { throw ExitCode.failure }
        if findings.contains(where: { $0.verdict == .bad }) { throw ExitCode.failure }
    }
}
