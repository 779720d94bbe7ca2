import Foundation
import Normalize
import PDFText
import Pipeline
import TableRecon
import Testing

extension Documents {
    /// Bad input costs one line of `failures.jsonl` each and never a neighbour.
    @Suite struct BadInputTests {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.addGoodForm()
        }

        /// Runs over the folder and expects that its good form is there in full.
        private func run(conversion: ConversionSettings = ConversionSettings()) throws -> Run {
            let run = try Run([folder.path], conversion: conversion, in: folder)
            #expect(try run.indicators(of: "good.pdf") == GoodForm.indicators)
            return run
        }

        private func message(of name: String, in run: Run) throws -> String {
            let line = try run.lines(.failures).first { ($0["file"] as? String ?? "").hasSuffix(name) }
            return line?["message"] as? String ?? ""
        }

        @Test(arguments: [1, 4, 9, 60, 500, 3000])
        func aPDFCutOffEarlyIsDamaged(length: Int) throws {
            try folder.write(try GoodForm.data().prefix(length), as: "cut.pdf")
            let run = try run()
            let code = try #require(try run.codes()["cut.pdf"])
            // Less than the header is no PDF; with a header it is one that lost its end.
            #expect(code == (length < 5 ? "not_pdf" : "damaged"))
            #expect(try run.indicators(of: "cut.pdf") == 0)
            let message = try message(of: "cut.pdf", in: run)
            #expect(message.contains(length < 5 ? "Check what was downloaded." : "again"))
        }

        @Test(arguments: [0.5, 0.9, 0.99])
        func aPDFCutOffLateIsNotSilent(part: Double) throws {
            let data = try GoodForm.data()
            try folder.write(data.prefix(Int(Double(data.count) * part)), as: "cut.pdf")
            let run = try run()
            let code = try run.codes()["cut.pdf"]
            let indicators = try run.indicators(of: "cut.pdf")
            #expect(code != nil || indicators > 0)
        }

        @Test func anEmptyFileIsNamedAsEmpty() throws {
            try folder.write(Data(), as: "empty.pdf")
            let run = try run()
            #expect(try run.codes() == ["empty.pdf": "empty_file"])
            #expect(try message(of: "empty.pdf", in: run).contains("Fetch it again"))
        }

        @Test func aTextFileNamedPDFIsNoPDF() throws {
            try folder.write(Data("项目支出绩效目标表\n一级指标,二级指标\n".utf8), as: "text.pdf")
            let run = try run()
            #expect(try run.codes() == ["text.pdf": "not_pdf"])
            #expect(try message(of: "text.pdf", in: run).contains("Check what was downloaded."))
            let line = try #require(try run.lines(.failures).first)
            #expect((line["sha256"] as? String)?.count == 64)
        }

        @Test func aLockedFileAsksForItsPassword() throws {
            let locked = try Data(contentsOf: URL(filePath: Corpus.path("bad-user-password.pdf")))
            try folder.write(locked, as: "locked.pdf")
            let without = try run()
            #expect(try without.codes() == ["locked.pdf": "encrypted"])
            #expect(try message(of: "locked.pdf", in: without).contains("--password-file"))

            let right = try run(conversion: ConversionSettings(password: "secret"))
            #expect(try right.codes()["locked.pdf"] != "encrypted")
        }

        @Test func aPasswordDoesNoHarmToFilesThatNeedNone() throws {
            #expect(try run(conversion: ConversionSettings(password: "Secret")).codes().isEmpty)
        }

        // Poppler 22.12 crashes on these when it is given the password itself.
        @Test func aWrongPasswordIsNamed() throws {
            let (forms, result) = try ConvertedForm.all(
                in: Corpus.path("bad-user-password.pdf"), options: ConvertOptions(password: "Secret"))
            #expect(forms.isEmpty)
            #expect(result.failures.map(\.code) == [.encrypted])
            #expect(result.failures.first?.message.contains("Check the password file.") == true)
        }

        @Test(.enabled(if: QPDF.path != nil, "qpdf is not installed"))
        func aLockedFormIsConvertedWithItsPassword() throws {
            let made = try QPDF.run([
                "--encrypt", "pass word", "owner", "256", "--", GoodForm.path, folder.path("locked.pdf"),
            ])
            try #require(made)
            #expect(try run().codes() == ["locked.pdf": "encrypted"])
            let right = try run(conversion: ConversionSettings(password: "pass word"))
            #expect(try right.codes().isEmpty)
            #expect(try right.indicators(of: "locked.pdf") == GoodForm.indicators)
        }

        @Test(.enabled(if: QPDF.path != nil, "qpdf is not installed"))
        func aPasswordMayBeChinese() throws {
            let path = folder.path("locked.pdf")
            try #require(try QPDF.run(["--encrypt", "密码", "owner", "256", "--", GoodForm.path, path]))
            let options = ConvertOptions(password: "密码")
            #expect(try ConvertedForm.all(in: path, options: options).forms.count == 1)
        }

        @Test(.enabled(if: QPDF.path != nil, "qpdf is not installed"))
        func aFormBehindABlankPageIsFound() throws {
            let made = try QPDF.run([
                "--empty", "--pages", Corpus.path("bad-blank-pages.pdf"), "1", GoodForm.path, "--",
                folder.path("late.pdf"),
            ])
            try #require(made)
            let run = try run()
            #expect(try run.codes().isEmpty)
            #expect(try run.indicators(of: "late.pdf") == GoodForm.indicators)
            let form = try #require(
                try run.lines(.forms).first {
                    (($0["source"] as? [String: Any])?["file"] as? String ?? "").hasSuffix("late.pdf")
                })
            #expect(form["pages"] as? [Int] == [2])
        }

        @Test(.timeLimit(.minutes(2)))
        func aPageOfAHundredThousandGlyphsEnds() throws {
            var pdf = HandmadePDF(width: 2000, height: 2000)
            let line = String(repeating: "abcdefghi ", count: 40)
            for row in 0..<250 { pdf.text(line, x: 10, y: 1990 - 7 * row, size: 6) }
            try folder.write(pdf.data, as: "dense.pdf")
            #expect(try run().codes() == ["dense.pdf": "no_form"])
        }

        @Test func oneBoxIsNoForm() throws {
            var pdf = HandmadePDF()
            pdf.box(x: 100, y: 600, width: 300, height: 40)
            pdf.text("Only one cell", x: 110, y: 615)
            try folder.write(pdf.data, as: "box.pdf")
            let run = try run()
            #expect(try run.codes() == ["box.pdf": "no_form"])
            #expect(try message(of: "box.pdf", in: run).contains("--dictionary"))
        }

        @Test func aCellKeepsFiveThousandCharacters() throws {
            var pdf = HandmadePDF(width: 1000, height: 1000)
            pdf.box(x: 50, y: 50, width: 100, height: 900)
            pdf.box(x: 150, y: 50, width: 800, height: 900)
            pdf.text("Label", x: 60, y: 900)
            let words = String(repeating: "abcd", count: 25)
            for row in 0..<50 { pdf.text(words, x: 160, y: 930 - 15 * row, size: 10) }
            let path = try folder.write(pdf.data, as: "long.pdf")

            let document = try SourceDocument(file: FileBytes(path: path), name: path)
            let tables = TableFinder(settings: TableSettings()).layout(of: try document.page(1).content).tables
            let cells = try #require(tables.first).cells
            #expect(cells.count == 2)
            #expect(cells.last?.text.filter { !$0.isWhitespace } == String(repeating: words, count: 50))
            #expect(try run().codes() == ["long.pdf": "no_form"])
        }

        @Test func aLoopOfLinksEnds() throws {
            let inner = folder.path("inner")
            try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
            try folder.addGoodForm(as: "inner/second.pdf")
            try FileManager.default.createSymbolicLink(atPath: inner + "/back", withDestinationPath: folder.path)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("nowhere.pdf"), withDestinationPath: folder.path("gone.pdf"))
            let run = try run()
            #expect(run.summary.counts.inputs == 2)
            #expect(run.summary.counts.forms == 2)
            #expect(try run.codes().isEmpty)
        }

        @Test(.enabled(if: getuid() != 0, "The root user may read every file"))
        func aFileWithoutPermissionIsUnreadable() throws {
            let path = try folder.addGoodForm(as: "closed.pdf")
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            let run = try run()
            #expect(try run.codes() == ["closed.pdf": "unreadable"])
            #expect(try message(of: "closed.pdf", in: run).contains("Check that it exists and that you may read it."))
        }

        @Test func aMissingPathIsNamed() throws {
            let run = try Run([folder.path("missing.pdf"), folder.path("good.pdf")], in: folder)
            #expect(try run.codes() == ["missing.pdf": "unreadable"])
            #expect(try message(of: "missing.pdf", in: run).contains("Check the path."))
            #expect(try run.indicators(of: "good.pdf") == GoodForm.indicators)
        }

        @Test(arguments: ["with space.pdf", "it's \"quoted\".pdf", "绩效目标表（2025）.pdf", "UPPER.PDF", "100%25.pdf"])
        func anyFileNameWillDo(name: String) throws {
            try folder.addGoodForm(as: name)
            let run = try run()
            #expect(try run.codes().isEmpty)
            #expect(try run.indicators(of: name) == GoodForm.indicators)
        }

        @Test func otherFilesOfAFolderAreLeftAlone() throws {
            try folder.write(Data("no PDF".utf8), as: "notes.txt")
            try folder.write(Data("no PDF".utf8), as: "pdf")
            #expect(try run().summary.counts.inputs == 1)
        }

        @Test func allKindsOfFaultsInOneRun() throws {
            try folder.write(Data(), as: "a-empty.pdf")
            try folder.write(Data("text".utf8), as: "b-text.pdf")
            try folder.write(try GoodForm.data().prefix(3000), as: "z-cut.pdf")
            let run = try run()
            #expect(
                try run.codes() == ["a-empty.pdf": "empty_file", "b-text.pdf": "not_pdf", "z-cut.pdf": "damaged"])
            #expect(run.summary.counts.inputs == 4)
            #expect(try run.lines(.failures).count == 3)
            #expect(try run.lines(.forms).count == 1)
        }
    }
}
