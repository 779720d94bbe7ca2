import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Commands over single documents, read by a worker that is believed nothing.
    @Suite struct ReadingSessionTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// Lines and messages of a document that a hostile worker reads.
        private func read(_ attack: String) throws -> (lines: [String], messages: [String]) {
            var conversion = ConversionSettings()
            conversion.password = attack
            var limits = BulkLimits()
            limits.pageSeconds = 0.7
            limits.documentSeconds = 1.2
            limits.mostLostPages = 0
            let session = try ReadingSession(
                .tables(nil), conversion: conversion, limits: limits, program: Attack.program, warn: { _ in })
            var lines: [String] = []
            let failures = try session.read(.path(folder.addGoodForm())) { piece in
                if case .line(let line) = piece { lines.append(String(decoding: line, as: UTF8.self)) }
            }
            return (lines, failures.map(\.message))
        }

        @Test func aTableGetsTheNameOfItsFile() throws {
            let read = try read("")
            #expect(read.messages.isEmpty)
            #expect(
                read.lines.count == 1 && read.lines[0].hasPrefix("{\"file\":\"\(folder.path("good.pdf"))\",\"page\":1,")
            )
        }

        @Test(arguments: Attack.ofTables)
        func whatAWorkerBreaksCostsItsDocument(attack: String, word: String) throws {
            let read = try read(attack)
            #expect(read.lines.isEmpty)
            #expect(read.messages.count == 1 && read.messages[0].contains(word), "\(read.messages)")
        }

        private func command(_ arguments: [String], fault: String, seconds: String = "1.5") throws -> (Int32, String) {
            let run = try Program.run(
                arguments + ["--page-seconds", seconds, "--memory-mb", "300"],
                shell: "ZHIBIAO_FAULTS=5:1:\(fault) exec \"$0\" \"$@\"")
            return (run.status, run.text)
        }

        @Test(arguments: ["tables", "runs", "convert"], ["abort", "overflow", "loop", "garbage", "allocate"])
        func aPageThatBringsTheReaderDownCostsThatPage(command name: String, fault: String) throws {
            let path = Corpus.path("approval-2025.two-per-page.chromium.pdf")
            let (status, text) = try command([name, path], fault: fault)
            #expect(status == 3)
            #expect(text.contains("The other pages are converted."))
            let lost = text.contains("page 1:") || text.contains("page 1 ") ? 1 : 2
            #expect(text.contains("\"page\":\(3 - lost),"))
            #expect(!text.contains("\"page\":\(lost),"))
        }

        @Test func aReportThatCannotBeMadeLeavesTheOldOne() throws {
            let report = try folder.write(Data("old".utf8), as: "report.html")
            let (status, text) = try command(["inspect", GoodForm.path, "--out", report], fault: "abort")
            #expect(status == 3 && text.contains("SIGABRT"))
            #expect(try Data(contentsOf: URL(filePath: report)) == Data("old".utf8))
        }

        @Test func aReportForbidsWhatItDoesNotNeed() throws {
            let report = folder.path("report.html")
            #expect(try Program.run(["inspect", GoodForm.path, "--out", report]).status == 0)
            let text = String(decoding: try Data(contentsOf: URL(filePath: report)), as: UTF8.self)
            let policy = try #require(text.range(of: "Content-Security-Policy"))
            #expect(text[..<policy.lowerBound].count < 100 && text.contains("default-src 'none'"))
        }

        @Test func aPipeIsReadLikeAFile() throws {
            let run = try Program.run(["convert", GoodForm.path], shell: "cat \"$2\" | \"$0\" convert -")
            let named = try Program.run(["convert", GoodForm.path])
            #expect(run.text == named.text.replacing("\"file\":\"\(GoodForm.path)\"", with: "\"file\":\"-\""))
        }
    }
}
