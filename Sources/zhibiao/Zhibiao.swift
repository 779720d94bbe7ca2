import ArgumentParser
import Bulk
import Foundation
import Pipeline

@main
struct Zhibiao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhibiao",
        abstract: "Turns PDF attachments of budget-performance forms into indicator records, and any PDF into tables.",
        version: VersionText.text(for: CommandLine.arguments),
        subcommands: [
            ConvertCommand.self, StatusCommand.self, MergeCommand.self, WordsCommand.self, ExportCommand.self,
            TablesCommand.self, RunsCommand.self,
            InspectCommand.self, ReportCommand.self, EvaluateCommand.self, DoctorCommand.self, WorkerCommand.self,
        ] + services
    )

    #if Serve
        private static let services: [any ParsableCommand.Type] = [ServeCommand.self]
    #else
        private static let services: [any ParsableCommand.Type] = []
    #endif

    /// Runs the command; the exit status is 0 done, 2 usage, 3 some files failed, 1 anything else.
    static func main() {
        StandardStreams.prepare()
        do {
            let names = configuration.subcommands.compactMap { $0.configuration.commandName }
            try CommandHint(commands: names).check(Array(CommandLine.arguments.dropFirst()))
            try OutputName.check(rawArguments)
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let error = code == .validationFailure ? misspeltOption ?? error : error
            if let output = error as? OutputError {
                StandardStreams.say("Error: \(output.description.shown)\n")
                Foundation.exit(1)
            }
            if let usage = error as? UsageError {
                StandardStreams.say("Error: \(usage.description.shown)\n")
                Foundation.exit(2)
            }
            if code == .success { answer(fullMessage(for: error)) }
            guard code == .validationFailure else { exit(withError: error) }
            StandardStreams.say(fullMessage(for: error).shownByLine + "\n")
            Foundation.exit(2)
        }
    }
}

extension Zhibiao {
    /// Prints help or the version, which were asked for.
    private static func answer(_ text: String) -> Never {
        do throws(OutputError) {
            try StandardStreams.print(text + "\n")
            Foundation.exit(0)
        } catch {
            StandardStreams.say("Error: \(error.description.shown)\n")
            Foundation.exit(1)
        }
    }

    /// What is wrong first when the command line cannot be read: an option that there is not, which the parser may say
    /// after what is missing for want of it.
    private static var misspeltOption: UsageError? {
        do {
            try OptionHint(dump: _dumpHelp()).check(Array(CommandLine.arguments.dropFirst()))
            return nil
        } catch {
            return error
        }
    }
}

extension ExitCode {
    /// Some of the files failed; each was named.
    static let someFailed = ExitCode(3)
}
