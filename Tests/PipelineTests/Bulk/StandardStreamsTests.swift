import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Standard streams may be closed, full or gone.
    @Suite struct StandardStreamsTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        @Test(arguments: ["2>/dev/full", "2>&-", "0<&- 1>&- 2>&-"])
        func messagesMayBeLost(redirection: String) throws {
            let path = try folder.write(Data("no PDF".utf8), as: "bad.pdf")
            try folder.addGoodForm()
            let run = try Program.run(
                ["convert", folder.path, "--out", out, "--jobs", "1"], shell: "exec \"$0\" \"$@\" \(redirection)")
            #expect(run.status == 3)
            #expect(try Data(contentsOf: URL(filePath: out + "/.lock")).isEmpty)
            #expect(try BulkResult.files(of: out)[.indicators]?.isEmpty == false)
            let tables = try Program.run(["tables", path], shell: "exec \"$0\" \"$@\" \(redirection)")
            #expect(tables.status == 3 || tables.status == 1)
        }

        @Test(arguments: [">/dev/full", ">&-"], ["tables", "runs", "convert"])
        func outputThatCannotBeWrittenIsASentence(redirection: String, command: String) throws {
            let run = try Program.run([command, GoodForm.path], shell: "exec \"$0\" \"$@\" \(redirection)")
            #expect(run.status == 1)
            #expect(run.text.contains("Standard output cannot be written"))
            #expect(!run.text.contains("Domain"))
        }

        @Test(arguments: ["tables", "runs", "convert"])
        func aReaderThatHasEndedIsASentence(command: String) throws {
            let script = "{ \"$0\" \"$@\"; echo \"status $?\" >&2; } | true"
            let run = try Program.run([command, Corpus.path("bulk-40-forms.reportlab.pdf")], shell: script)
            #expect(run.text.contains("status 1"))
            #expect(run.text.contains("The program that reads it has ended"))
        }

        @Test(arguments: ["--help", "--version"])
        func helpThatCannotBePrintedIsAnError(option: String) throws {
            #expect(try Program.run([option], shell: "exec \"$0\" \"$@\" >/dev/full").status == 1)
            let run = try Program.run([option])
            #expect(run.status == 0 && !run.text.isEmpty)
        }

        @Test func theStatusIsNotLostOnAFullDisk() throws {
            _ = try BulkResult([try folder.addDocuments(1)], to: out)
            let run = try Program.run(["status", out], shell: "exec \"$0\" \"$@\" >/dev/full")
            #expect(run.status == 1)
        }

        /// Waits until a run has done something.
        private func waitForWork() throws {
            for _ in 0..<400 {
                if let status = try? RunStatus(folder: out), status.counts.statuses[.done] ?? 0 >= 1 { return }
                usleep(10_000)
            }
            Issue.record("The run did not begin.")
        }

        @Test(arguments: [("HUP", SIGHUP), ("INT", SIGINT)])
        func anIgnoredSignalStaysIgnored(name: String, number: Int32) throws {
            let input = try folder.addDocuments(12)
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = [
                "-c", "trap '' \(name); exec \"$0\" \"$@\" 2>/dev/null", Program.path, "convert", input, "--out", out,
                "--jobs", "1",
            ]
            process.environment = ProcessInfo.processInfo.environment.merging(["ZHIBIAO_FAULTS": "1:1:slow"]) { $1 }
            try process.run()
            try waitForWork()
            kill(process.processIdentifier, number)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try RunStatus(folder: out).state == "complete")
        }

        @Test func aLostTerminalStopsTheRunAsTheInterruptKeyDoes() throws {
            let input = try folder.addDocuments(40)
            let process = try Program.start(
                ["convert", input, "--out", out, "--jobs", "1"], environment: ["ZHIBIAO_FAULTS": "1:1:slow"])
            try waitForWork()
            // The kernel tells of it, and so does the shell.
            kill(process.processIdentifier, SIGHUP)
            usleep(20_000)
            kill(process.processIdentifier, SIGHUP)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 1)
            let status = try RunStatus(folder: out)
            #expect(status.state == "stopped")
        }
    }
}
