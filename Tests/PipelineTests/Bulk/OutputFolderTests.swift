import Bulk
import Foundation
import Normalize
import Testing

/// The three files of a run.
@Suite struct OutputFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aRunThatDoesNotEndLeavesEarlierResults() throws {
        let path = folder.path("out")
        let earlier = try OutputFolder(path: path)
        try earlier.write(.string("earlier"), to: .forms)
        try earlier.commit()
        let before = try Data(contentsOf: URL(filePath: earlier.path(.forms)))
        #expect(String(decoding: before, as: UTF8.self) == "\"earlier\"\n")

        let later = try OutputFolder(path: path)
        // More than any buffer holds, so that some of it is on the disk.
        for number in 0..<20_000 { try later.write(.string("later \(number)"), to: .forms) }
        #expect(try Data(contentsOf: URL(filePath: later.path(.forms))) == before)

        try later.commit()
        let after = try String(contentsOfFile: later.path(.forms), encoding: .utf8)
        #expect(after.split(separator: "\n").count == 20_000)
        #expect(!after.contains("earlier"))
    }

    @Test func anOutputFolderThatIsAFileIsRefused() throws {
        try folder.write(Data(), as: "out")
        #expect {
            try OutputFolder(path: folder.path("out"))
        } throws: { error in
            "\(error)".contains("cannot be made")
        }
    }
}
