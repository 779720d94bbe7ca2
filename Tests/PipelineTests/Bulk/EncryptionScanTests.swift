import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Files in an encryption that nobody knows.
    @Suite struct EncryptionScanTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(.enabled(if: QPDF.path != nil), arguments: [("/R 6", "/R 9"), ("/V 5", "/V 7")])
        func anEncryptionThatNobodyKnowsIsNamed(known: String, unknown: String) throws {
            let path = folder.path("a.pdf")
            try #require(try QPDF.run(["--encrypt", "", "owner", "256", "--", GoodForm.path, path]))
            var data = try Data(contentsOf: URL(filePath: path))
            let place = try #require(data.range(of: Data(known.utf8)))
            data.replaceSubrange(place, with: Data(unknown.utf8))
            try data.write(to: URL(filePath: path))
            #expect(try BulkResult([path], to: folder.path("out")).codes() == ["a.pdf": "encrypted"])
        }
    }
}
