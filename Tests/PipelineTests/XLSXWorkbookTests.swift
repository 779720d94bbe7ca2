import Foundation
import Pipeline
import Testing

@testable import Export

/// Workbooks under construction.
@Suite struct XLSXWorkbookTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path("t.xlsx") }

    @Test func aTextLongerThanACellIsCut() throws {
        let book = try XLSXWorkbook(path: path, inputs: [])
        let sheet = try book.addSheet(name: "p1-t1")
        try sheet.write(String(repeating: "文", count: 40_000), rows: 0..<1, columns: 0..<1, style: .body)
        try book.close()
        let strings = try output(of: "/usr/bin/unzip", ["-p", path, "xl/sharedStrings.xml"])
        #expect(strings.count { $0 == "文" } == 32_767)
    }

    @Test func nothingIsLeftOfABookThatIsNotClosed() throws {
        do { _ = try XLSXWorkbook(path: path, inputs: []).addSheet(name: "a") }
        #expect(folder.names.isEmpty)
    }

    @Test func aNameTwiceIsASentence() throws {
        let book = try XLSXWorkbook(path: path, inputs: [])
        _ = try book.addSheet(name: "a")
        #expect { _ = try book.addSheet(name: "a") } throws: { "\($0)".contains("cannot take a sheet named a") }
    }
}
