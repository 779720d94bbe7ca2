import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    @Suite struct FolderWatchTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private func waitFor(_ what: () -> Bool) -> Bool {
            for _ in 0..<600 {
                if what() { return true }
                usleep(50_000)
            }
            return false
        }

        private var forms: Int {
            ((try? String(contentsOfFile: out + "/forms.jsonl", encoding: .utf8)) ?? "").split(separator: "\n").count
        }

        @Test func whatComesIsConvertedWhenItLiesStillAndCtrlCLeavesAWholeResult() throws {
            let input = try folder.addDocuments(1)
            let options = ["--watch", "--settle-seconds", "1", "--to", folder.path("r.csv")]
            let process = try Program.start(["convert", input, "--out", out] + options)
            #expect(waitFor { forms == 1 })
            // It grows for longer than it takes to be seen.
            let data = try GoodForm.data() + Data("% new".utf8)
            let path = try folder.write(Data(), as: "in/new.pdf")
            let file = try #require(FileHandle(forWritingAtPath: path))
            for start in stride(from: 0, to: data.count, by: data.count / 5) {
                try file.write(contentsOf: data[start..<min(start + data.count / 5, data.count)])
                usleep(400_000)
                #expect(forms <= 1)
            }
            try file.close()
            #expect(waitFor { forms == 2 })
            #expect(try Data(contentsOf: URL(filePath: out + "/failures.jsonl")).isEmpty)
            process.interrupt()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try BulkResult.lines(BulkResult.files(of: out)[.indicators]).count == 2 * GoodForm.indicators)
            let csv = try String(contentsOfFile: folder.path("r.csv"), encoding: .utf8)
            #expect(csv.contains("new.pdf"))
        }

        @Test func aStoppedWatchWritesWhatIsFinished() throws {
            let input = try folder.addDocuments(40)
            let process = try Program.start([
                "convert", input, "--out", out, "--watch", "--settle-seconds", "0.1", "--jobs", "1",
            ])
            // Lines of documents are there, and most documents are still to come.
            #expect(
                waitFor {
                    parts.contains { (try? FileManager.default.attributesOfItem(atPath: $0))?[.size] as? Int ?? 0 > 0 }
                })
            process.interrupt()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            // What was in flight is finished, and nothing else is lost or half there.
            #expect(forms > 0)
            #expect(try BulkResult.lines(BulkResult.files(of: out)[.indicators]).count == forms * GoodForm.indicators)
        }

        @Test func itNeedsAFolder() throws {
            #expect(try Program.run(["convert", GoodForm.path, "--watch"]).status == 2)
            #expect(try Program.run(["convert", "-", "--out", out, "--watch"]).status == 2)
        }
    }
}
