import Bulk
import Foundation
import Pipeline
import ScanReading
import Testing

extension Bulk {
    @Suite struct EngineProgramTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// An engine that never answers and has a child that would go on for ever.
        private func engine() throws -> String {
            let text = "#!/bin/sh\nsleep 987 &\necho $! $$ >'\(folder.path("children"))'\nwait\n"
            let path = try folder.write(Data(text.utf8), as: "engine")
            chmod(path, 0o755)
            return path
        }

        /// An engine that answers slowly and has a child, and one in a session of its own that nobody waits for.
        private func slowEngine() throws -> String {
            let text = """
                #!/bin/sh
                sleep 987 &
                child=$!
                setsid sh -c 'sleep 986 & echo $! > "\(folder.path("other"))"; wait' &
                sleep 0.3
                echo $child $$ $(cat "\(folder.path("other"))") > "\(folder.path("children"))"
                while read line; do sleep 100; done

                """
            let path = try folder.write(Data(text.utf8), as: "slow")
            chmod(path, 0o755)
            return path
        }

        /// The run is the one that would end it, and has no time to.
        @Test(arguments: [SIGTERM, SIGKILL], ["tables", "archive"])
        func anEngineOfARunThatIsKilledEndsToo(signal: Int32, command: String) throws {
            let scan = Corpus.path("scan-targets-2025.150dpi-gray.pdf")
            let arguments =
                command == "archive" ? ["convert", scan, "--out", folder.path("out")] : [command, scan]
            let process = try Program.start(arguments + ["--ocr-engine", "command:\(slowEngine())"])
            for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder.path("children")) { usleep(20_000) }
            usleep(50_000)
            let processes = try children()
            #expect(processes.count == 3)
            kill(process.processIdentifier, signal)
            // A run into a folder first waits for its documents.
            if signal == SIGTERM { usleep(100_000) }
            kill(process.processIdentifier, signal)
            let killed = ContinuousClock.now
            process.waitUntilExit()
            // Though the thread that started it blocks the signal.
            #expect(killed.duration(to: .now) < .seconds(5))
            for _ in 0..<100 where processes.contains(where: isAlive) { usleep(20_000) }
            for process in processes { #expect(!isAlive(process), "\(process)") }
        }

        private func isAlive(_ process: Int32) -> Bool {
            guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
                return false
            }
            return !status.contains(") Z ")
        }

        private func children() throws -> [Int32] {
            let text = try String(contentsOfFile: folder.path("children"), encoding: .utf8)
            return text.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
        }

        @Test(arguments: ["tables", "convert", "archive"])
        func anEngineEndsWithItsChildren(command: String) throws {
            let scan = Corpus.path("scan-targets-2025.150dpi-gray.pdf")
            let arguments =
                command == "archive" ? ["convert", scan, "--out", folder.path("out")] : [command, scan]
            _ = try Program.run(
                arguments + ["--ocr-engine", "command:\(engine())", "--page-seconds", "1", "--document-seconds", "2"])
            let processes = try children()
            #expect(processes.count == 2)
            usleep(100_000)
            for process in processes { #expect(!isAlive(process), "\(process)") }
        }
    }
}
