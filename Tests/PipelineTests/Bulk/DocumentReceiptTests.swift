import Bulk
import Foundation
import Pipeline
import Testing

/// Ways to break the protocol, and what is said of the document then. The names are those in Tests/HostileWorker.
enum Attack {
    static let ofRecords: [(name: String, word: String)] = [
        ("frame mark", "no message"), ("frame kind", "unknown kind"), ("frame kind to worker", "out of order"),
        ("frame version", "another version"), ("frame length", "impossible length"),
        ("frame checksum", "wrong checksum"), ("frame payload", "wrong checksum"), ("frame half", "exit status 0"),
        ("frame slow", "--page-seconds"), ("frame never whole", "--page-seconds"),
        ("page zero", "a page out of order"), ("page beyond reason", "a page out of order"),
        ("page back", "a page out of order"), ("page twice", "a page out of order"),
        ("page stage open", "a page out of order"), ("page stage unknown", "a page out of order"),
        ("page short", "a page out of order"), ("page long", "impossible length"),
        ("page endless", "--document-seconds"), ("errors endless", "--page-seconds"),
        ("lines empty endless", "--page-seconds"), ("markup", "out of order"), ("problem", "out of order"),
        ("line empty", "belongs nowhere"), ("line only tag", "wrong kind"), ("line tag", "belongs nowhere"),
        ("line tag of table", "belongs nowhere"), ("line no JSON", "no JSON"), ("line array", "wrong kind"),
        ("line two values", "more than one value"), ("line key missing", "a key twice"),
        ("line key unknown", "unknown key"), ("line key twice", "a key twice"), ("line kind", "wrong kind"),
        ("line integer", "too large"), ("line figure", "no JSON"), ("line long figure", "too long"),
        ("line word", "unknown word"), ("line control", "control character"), ("line escape", "no JSON"),
        ("line other file", "another document"), ("line no file", "missing key"),
        ("line original", "another document"),
        ("line other document", "another document"), ("line other hash", "another document"),
        ("line other form", "another document"), ("line other row", "another document"),
        ("line row first", "another document"), ("line form twice", "another document"), ("line bytes", "no UTF-8"),
        ("line endless", "too long"), ("lines endless", "MB of lines"), ("line without end", "a result out of order"),
        ("done pages", "a result out of order"), ("done one page more", "a result out of order"),
        ("done cut off", "a result out of order"), ("done last", "a result out of order"),
        ("done forms", "does not agree"), ("done rows", "does not agree"), ("done code", "a result out of order"),
        ("done stage", "a result out of order"), ("done message", "a result out of order"),
        ("done failures", "a result out of order"), ("done no JSON", "a result out of order"),
        ("done nothing", "a result out of order"), ("ready twice", "out of order"),
    ]

    /// Those that no document pays for: the worker never takes one.
    static let ofStarts = [
        "ready late", "ready endless", "ready no figure", "ready below zero", "ready too long", "ready another",
        "ready dead",
    ]

    static let ofTables: [(name: String, word: String)] = [
        ("table other file", "another document"), ("table figure", "too large"), ("table is a form", "belongs nowhere"),
        ("problems endless", "without end"), ("problem long", "a problem out of order"),
        ("problem no JSON", "a problem out of order"), ("markup in tables", "out of order"),
    ]

    static let program = URL(filePath: Program.path).deletingLastPathComponent().appending(path: "hostile-worker")
        .path()
}

extension Bulk {
    /// A worker that was taken over costs its document, whatever it says; the run ends, and so does the next.
    @Suite struct DocumentReceiptTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        private func run(_ attack: String) throws -> BulkResult {
            try BulkResult([folder.addGoodForm()], to: out) { settings in
                settings.isolation = .workers(program: Attack.program)
                settings.conversion.password = attack
                // To look at so much takes its time where nothing is optimised.
                settings.limits.pageSeconds = attack == "line endless" ? 15 : 0.7
                settings.limits.documentSeconds = attack == "line endless" ? 15 : 1.2
                settings.limits.startSeconds = 0.7
                settings.limits.outputMegabytes = attack == "lines endless" ? 1 : 64
                settings.limits.mostLostPages = 0
            }
        }

        @Test func anHonestWorkerOfTheTestsIsBelieved() throws {
            let honest = try run("")
            let real = try BulkResult([folder.path("good.pdf")], to: folder.path("real"))
            #expect(honest.files == real.files)
        }

        @Test(arguments: Attack.ofRecords)
        func whatAWorkerBreaksCostsItsDocument(attack: String, word: String) throws {
            let start = ContinuousClock.now
            let result = try run(attack)
            #expect(start.duration(to: .now) < .seconds(20))
            let failure = try #require(try result.failures().first)
            let message = try #require(failure["message"] as? String)
            #expect(["crashed", "timed_out"].contains(failure["code"] as? String))
            #expect(message.contains(word), "\(message)")
            #expect(result.files[.forms] == Data() && result.files[.indicators] == Data())
            // Neither the ledger nor the parts hold anything that a later run would fall over.
            #expect(try RunStatus(folder: out).counts.statuses == [.failed: 1])
            let later = try BulkResult([folder.path("good.pdf")], to: out) { $0.retriesFailed = true }
            #expect(later.summary.counts.indicators == GoodForm.indicators)
        }

        @Test(arguments: Attack.ofStarts)
        func aWorkerThatNeverStartsEndsTheRun(attack: String) throws {
            let start = ContinuousClock.now
            #expect(throws: OutputError.self) { try run(attack) }
            #expect(start.duration(to: .now) < .seconds(20))
            #expect(try BulkResult([folder.path("good.pdf")], to: out).summary.counts.forms == 1)
        }

        @Test(arguments: ["idle talk", "done twice"])
        func whatAnIdleWorkerSaysIsDropped(attack: String) throws {
            let result = try run(attack)
            #expect(result.summary.counts.indicators == GoodForm.indicators)
            #expect(result.summary.failureLines == 0)
        }

        /// A setup that is larger than what a connection holds, to a worker that never reads.
        @Test func aWorkerThatDoesNotListenHoldsNothingUp() throws {
            try folder.write(Data("#!/bin/sh\nexec sleep 60\n".utf8), as: "deaf")
            chmod(folder.path("deaf"), 0o755)
            let start = ContinuousClock.now
            #expect(throws: OutputError.self) {
                _ = try BulkResult([folder.addGoodForm()], to: out) { settings in
                    settings.isolation = .workers(program: folder.path("deaf"))
                    settings.conversion.password = String(repeating: "x", count: 4 << 20)
                    settings.limits.startSeconds = 0.5
                }
            }
            #expect(start.duration(to: .now) < .seconds(20))
        }
    }
}
