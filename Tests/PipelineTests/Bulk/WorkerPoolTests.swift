import Bulk
import Foundation
import Testing

extension Bulk {
    /// Documents that bring their worker down cost themselves and nothing else.
    @Suite struct WorkerPoolTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        /// Runs with a fault in every document, on its first or second page.
        private func run(_ input: String, fault: String, options: [String] = []) throws -> Int32 {
            let process = try Program.start(
                ["convert", input, "--out", out, "--page-seconds", "1.5", "--memory-mb", "300"] + options,
                environment: ["ZHIBIAO_FAULTS": "5:1:\(fault)"])
            process.waitUntilExit()
            return process.terminationStatus
        }

        @Test(arguments: [
            ("abort", "crashed", "SIGABRT"), ("loop", "timed_out", "--page-seconds"),
            ("allocate", "out_of_memory", "--memory-mb"), ("exit", "crashed", "exit status 0"),
            ("garbage", "crashed", "no message"), ("overflow", "crashed", "SIGSEGV"),
        ])
        func aPageThatBringsTheWorkerDownCostsThatPage(fault: String, code: String, word: String) throws {
            // Two forms on two pages each: one page is struck.
            try folder.write(
                Data(contentsOf: URL(filePath: Corpus.path("approval-2025.two-per-page.chromium.pdf"))), as: "a.pdf")
            #expect(try run(folder.path("a.pdf"), fault: fault) == 3)
            let files = try BulkResult.files(of: out)
            let failures = try BulkResult.lines(files[.failures])
            #expect(failures.count == 1)
            let line = try #require(failures.first)
            #expect(line["code"] as? String == code)
            #expect(line["stage"] as? String == "text")
            let message = try #require(line["message"] as? String)
            #expect(message.contains(word))
            let page = message.contains("page 1") ? 1 : 2
            #expect(message.contains("page \(page)"))
            #expect(message.contains("The other pages are converted."))
            let pages = try BulkResult.lines(files[.indicators]).map {
                ($0["source"] as? [String: Any])?["page"] as? Int
            }
            #expect(!pages.isEmpty)
            #expect(!pages.contains(page))
            #expect(try RunStatus(folder: out).counts.statuses == [.partial: 1])
        }

        @Test func aSlowPageIsWaitedFor() throws {
            let input = try folder.addDocuments(2)
            #expect(try run(input, fault: "slow") == 0)
            #expect(try BulkResult.files(of: out) == BulkResult([input], to: folder.path("clean")).files)
        }

        @Test func aShareOfDeathsLeavesTheOthersWhole() throws {
            let input = try folder.addDocuments(30)
            let clean = try BulkResult([input], to: folder.path("clean"))
            let process = try Program.start(
                ["convert", input, "--out", out, "--jobs", "2", "--page-seconds", "1.5", "--memory-mb", "300"],
                environment: ["ZHIBIAO_FAULTS": "2:0.5"])
            process.waitUntilExit()
            #expect(process.terminationStatus == 3)
            let files = try BulkResult.files(of: out)
            let struck = Set(try BulkResult.lines(files[.failures]).compactMap { $0["file"] as? String })
            #expect((3...20).contains(struck.count))
            func untouched(_ data: Data?) throws -> [String] {
                try String(decoding: #require(data), as: UTF8.self).split(separator: "\n").map(String.init).filter {
                    line in
                    !struck.contains { line.contains("\"\($0)\"") }
                }
            }
            #expect(try untouched(files[.indicators]) == untouched(clean.files[.indicators]))
            let counts = try RunStatus(folder: out).counts
            #expect(counts.inputs == 30)
            #expect(counts.pending == 0)
        }

        @Test func aDocumentMayTakeOnlySoLong() throws {
            try folder.addGoodForm(as: "a.pdf")
            let faults = ["ZHIBIAO_FAULTS": "5:1:loop"]
            // Of 40 forms on 42 pages the first or second page hangs.
            let arguments = [
                "convert", Corpus.path("bulk-40-forms.reportlab.pdf"), "--out", out, "--document-seconds", "1",
            ]
            let process = try Program.start(arguments, environment: faults)
            process.waitUntilExit()
            let line = try #require(try BulkResult.lines(BulkResult.files(of: out)[.failures]).first)
            #expect(line["code"] as? String == "timed_out")
            #expect((line["message"] as? String)?.contains("--document-seconds") == true)
            #expect(try RunStatus(folder: out).counts.statuses == [.failed: 1])
        }

        @Test func aRecycledWorkerChangesNothing() throws {
            let input = try folder.addDocuments(7)
            let often = try BulkResult([input], to: out) { $0.limits.workerDocuments = 2 }
            #expect(try often.files == BulkResult([input], to: folder.path("clean")).files)
        }

    }
}
