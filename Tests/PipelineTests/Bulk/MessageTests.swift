import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What the program says when there is nothing, or something else was meant.
    @Suite struct MessageTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func anEmptyFolderIsSaid() throws {
            try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
            let run = try Program.run(["convert", folder.path("in"), "--out", folder.path("out")])
            #expect(run.status == 0)
            #expect(run.text.contains("No PDF and no picture was found"))
        }

    }
}
