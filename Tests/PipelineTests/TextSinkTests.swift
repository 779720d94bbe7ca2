import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

@Suite struct TextSinkTests {
    @Test func leavesTheOldFileAloneUntilTheNewOneIsComplete() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.html"
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        do {
            let sink = try TextSink(path: path)
            try sink.write("new")
            #expect(try folder.text("out.html") == "old")
        }
        #expect(folder.names == ["out.html"])
        let sink = try TextSink(path: path)
        try sink.write("new")
        try sink.finish()
        #expect(try folder.text("out.html") == "new")
        #expect(folder.names == ["out.html"])
    }
}
