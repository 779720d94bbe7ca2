import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Names that need not be text.
    @Suite struct InputPathTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aNameThatIsNoTextIsConverted() throws {
            let bytes: [UInt8] = Array(folder.path("x-").utf8) + [0xBC, 0xA8] + Array(".pdf".utf8)
            let path = bytes.map { CChar(bitPattern: $0) } + [0]
            let file = try #require(fopen(path, "w"))
            try GoodForm.data().withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
            fclose(file)
            let run = try BulkResult([folder.path], to: out)
            #expect(try names(run) == ["x-\\xBC\\xA8.pdf"])
            #expect(run.summary.failureLines == 0)
        }
    }
}
