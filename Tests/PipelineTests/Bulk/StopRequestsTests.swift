import Bulk
import Foundation
import Testing

extension Bulk {
    /// Kills and signals at any moment lose no finished document.
    @Suite struct StopRequestsTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        /// Waits until so many documents are in the ledger.
        private func wait(for count: Int) throws {
            for _ in 0..<400 {
                if let status = try? RunStatus(folder: out), status.counts.statuses[.done] ?? 0 >= count { return }
                usleep(10_000)
            }
            Issue.record("The run did not get that far.")
        }

        /// Waits until documents were finished and all workers hang.
        private func waitUntilNothingMoves() throws {
            var (last, still) = (0, 0)
            for _ in 0..<600 {
                let done = (try? RunStatus(folder: out))?.counts.statuses[.done] ?? 0
                still = done == last ? still + 1 : 0
                last = done
                if done > 0, still >= 40 { return }
                usleep(50_000)
            }
            Issue.record("The run did not come to hang.")
        }

        @Test(arguments: 0..<6)
        func aKilledRunIsResumedToTheSameBytes(round: Int) throws {
            let input = try folder.addDocuments(40)
            let clean = try BulkResult([input], to: folder.path("clean"))
            for _ in 0..<2 {
                let process = try Program.start(["convert", input, "--out", out, "--jobs", "2", "--quiet"])
                usleep(UInt32(20_000 + 90_000 * round))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            #expect(try BulkResult([input], to: out).files == clean.files)
        }

        @Test func anInterruptedRunStopsCleanlyAndGoesOn() throws {
            let input = try folder.addDocuments(60)
            let slow = ["ZHIBIAO_FAULTS": "1:1:slow"]
            let process = try Program.start(["convert", input, "--out", out, "--jobs", "2"], environment: slow)
            try wait(for: 2)
            kill(process.processIdentifier, SIGINT)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 1)
            let status = try RunStatus(folder: out)
            #expect(status.state == "stopped")
            let done = status.counts.statuses[.done] ?? 0
            #expect((2..<60).contains(done))
            #expect(!FileManager.default.fileExists(atPath: out + "/forms.jsonl"))
            let rest = try BulkResult([input], to: out)
            #expect(rest.summary.looked == 60 - done)
            #expect(try rest.files == BulkResult([input], to: folder.path("clean")).files)
        }

        @Test func aSecondInterruptStopsAtOnce() throws {
            let input = try folder.addDocuments(30)
            // A page that hangs would keep the run for its whole time.
            let process = try Program.start(
                ["convert", input, "--out", out, "--jobs", "2", "--page-seconds", "60"],
                environment: ["ZHIBIAO_FAULTS": "1:0.2:loop"])
            try waitUntilNothingMoves()
            kill(process.processIdentifier, SIGTERM)
            usleep(200_000)
            #expect(process.isRunning)
            let start = ContinuousClock.now
            kill(process.processIdentifier, SIGTERM)
            process.waitUntilExit()
            #expect(start.duration(to: .now) < .seconds(5))
            #expect(process.terminationStatus == 1)
            let done = try RunStatus(folder: out).counts.statuses[.done] ?? 0
            #expect(done > 0)
            #expect(try BulkResult([input], to: out).summary.looked == 30 - done)
        }
    }
}
