import Foundation
import Normalize
import Testing

@testable import Review

/// Data of the report in files of a bounded size.
@Suite struct ReportPartsTests {
    @Test func aFileIsAScriptThatHandsItsRowsOver() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("data"), withIntermediateDirectories: true)
        var parts = ReportParts("records", in: folder.path)
        for row in 0..<4001 { try parts.add(.array([.int(row), .string("</script>")])) }
        try parts.finish()
        #expect(parts.files == ["data/records-0001.js", "data/records-0002.js"])
        let second = try folder.text("data/records-0002.js")
        #expect(second == "zhibiao.part(\"records\",[\n[4000,\"</script>\"]\n]);\n")
    }

    @Test func nothingGivesNoFile() throws {
        let folder = try TemporaryFolder()
        var parts = ReportParts("queue", in: folder.path)
        try parts.finish()
        #expect(parts.files.isEmpty)
    }
}
