import Bulk
import Foundation
import Normalize
import Testing

@testable import Export

extension Bulk {
    @Suite struct ExportCommandTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        private func path(_ name: String) -> String { folder.path(name) }

        /// The rows of the results as they stand in the lines, table by table.
        private func expected() throws -> [String: [ResultRow]] {
            var found: [String: [ResultRow]] = [:]
            var rows = ResultRows()
            _ = try RunResults(folder: out).forEachLine { stream, line in
                let tables: ResultTable.Stream =
                    stream == .forms ? .forms : stream == .indicators ? .indicators : .failures
                rows.forEach(of: try JSONReader.value(of: line), in: tables) { table, row in
                    found[table.name, default: []].append(row)
                }
            }
            return found
        }

        /// As a workbook keeps it: fifteen digits.
        private func fifteenDigits(_ text: String) -> String { String(format: "%.15g", Double(text) ?? .nan) }

        private func expectSQLite(_ rows: [ResultRow], of table: ResultTable) throws {
            let columns = table.columns.map { $0.kind == .decimal ? "\"\($0.name)_exact\"" : "\"\($0.name)\"" }
            let found = try ForeignSQLite.rows(
                path("r.sqlite"), "SELECT \(columns.joined(separator: ", ")) FROM \"\(table.name)\" ORDER BY rowid")
            let wanted = rows.map { row in
                zip(table.columns, row).map { column, value -> String? in
                    switch (column.kind, value) {
                    case (.boolean, .bool(let flag)): flag ? "1" : "0"
                    case (.measure, _): value.plainText.map { Double($0)!.description }
                    default: value.plainText
                    }
                }
            }
            #expect(found.count == wanted.count)
            for (found, wanted) in zip(found, wanted) { #expect(found == wanted) }
            // The binary number beside each exact text is the nearest one.
            for column in table.columns where column.kind == .decimal {
                let name = column.name
                #expect(
                    try ForeignSQLite.rows(
                        path("r.sqlite"),
                        "SELECT 1 FROM \"\(table.name)\" WHERE \(name) <> CAST(\(name)_exact AS REAL)"
                    ).isEmpty)
            }
        }

        private func expectSheet(_ number: Int, _ rows: [ResultRow], of table: ResultTable) throws {
            let sheet = try ForeignSheet(path("r.xlsx"), number: number)
            #expect(sheet.rows.count == rows.count + 1)
            for (found, row) in zip(sheet.rows.dropFirst(), rows) {
                for (index, value) in row.enumerated() {
                    let cell = found[ForeignSheet.letters(index)]
                    switch value {
                    case .null: #expect(cell == nil || cell?.text == "")
                    case .int, .number:
                        #expect(cell?.kind == "n")
                        #expect(fifteenDigits(cell?.text ?? "") == fifteenDigits(value.plainText ?? ""))
                    case .bool(let flag): #expect(cell?.kind == "b" && cell?.text == (flag ? "1" : "0"))
                    case .string(let text) where table.columns[index].kind == .date:
                        let days = Double(cell?.text ?? "") ?? 0
                        let date = Date(timeIntervalSince1970: (days - 25_569) * 86_400)
                        #expect(date.formatted(.iso8601.year().month().day()) == text)
                    default: #expect(cell?.text == value.plainText)
                    }
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func allRecordsOfTheCorpusAreEqualInDatabaseAndWorkbook() throws {
            _ = try BulkResult([Corpus.root.appending(path: "corpus").path()], to: out) {
                $0.conversion.ocr = .never
            }
            #expect(try Program.run(["export", out, "--to", path("r.sqlite")]).status == 0)
            #expect(try Program.run(["export", out, "--to", path("r.xlsx"), "--quiet"]) == (0, ""))
            let rows = try expected()
            #expect(rows["indicator"]?.count ?? 0 > 2000)
            for table in ResultTable.all where table != .document {
                try expectSQLite(rows[table.name] ?? [], of: table)
            }
            for (index, table) in [ResultTable.indicator, .fund, .form, .check, .failure].enumerated() {
                try expectSheet(index + 1, rows[table.name] ?? [], of: table)
            }
            let again = try Program.run(["export", out, "--to", path("r.sqlite")])
            #expect(again.status == 0)
            #expect(!again.text.contains(#/ [1-9][0-9]* (changed|removed)/#), "\(again.text)")
        }

        @Test(
            arguments: [
                (["--to", "r.txt"], "no format"), (["--to", "r.xlsx", "--encoding", "gb18030"], "for CSV"),
                (["--to", "r.sqlite", "--lang", "zh"], "--lang"), (["--to", "postgresql://u:secret@a/b"], "password"),
                (["--to", "r.csv"], "holds no results"),
            ])
        func whatCannotBeDoneIsSaid(options: [String], word: String) throws {
            let (status, text) = try Program.run(["export", folder.path] + options)
            #expect(status == 2 && text.contains(word), "\(text)")
        }

        @Test(arguments: ["none/r.csv", "none/r.xlsx", "none/r.sqlite"])
        func aPlaceThatIsNotThereIsSaid(place: String) throws {
            _ = try BulkResult([try folder.addDocuments(1)], to: out)
            let run = try Program.run(["export", out, "--to", path(place)])
            #expect(run.status == 1 && run.text.contains(place) && !run.text.contains("--out"), "\(run.text)")
        }

        @Test func theLedgerIsNoPlaceForResults() throws {
            _ = try BulkResult([try folder.addDocuments(1)], to: out)
            try FileManager.default.createSymbolicLink(
                atPath: path("l.sqlite"), withDestinationPath: out + "/ledger.sqlite")
            for place in ["\(out)/ledger.sqlite", path("l.sqlite")] {
                #expect(try Program.run(["export", out, "--to", place]).status == 1)
            }
            #expect(try ForeignSQLite.rows(out + "/ledger.sqlite", "SELECT count(*) FROM inputs") == [["1"]])
        }
    }
}
