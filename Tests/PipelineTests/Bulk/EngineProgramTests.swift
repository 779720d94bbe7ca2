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
