import Normalize
import Testing

@testable import Bulk

/// Lines of documents on their way, without the name of the file.
@Suite struct DocumentLinesTests {
    private func place(_ line: String) -> Int? {
        Array(line.utf8).withUnsafeBufferPointer { DocumentLines.placeForName(in: $0) }
    }

    @Test func eachLineHasItsLetterAndTakingForgets() {
        var lines = DocumentLines()
        lines.add(.int(1), as: .form)
        lines.add(.string("甲"), as: .indicator)
        #expect(String(decoding: lines.take(), as: UTF8.self) == "F1\nI\"甲\"\n")
        #expect(lines.count == 0)
        #expect(lines.take().isEmpty)
    }

    @Test func thePlaceOfTheNameIsFound() {
        #expect(place(#"{"file":"","page":1}"#) == 8)
        #expect(place(#"{"a":1,"source":{"file":"","page":1}}"#) == 24)
        #expect(place(#"{"source":1,"source":{"file":"","page":1}}"#) == 29)
    }

    /// The text of a PDF is escaped and cannot look like the place.
    @Test func aTextThatLooksLikeItIsNone() {
        let text = JSONValue.object(["remark": .string(#""source":{"file":"""#)]).description
        #expect(place(text) == nil)
        #expect(place(#"{"source":{"file":"a.pdf"}}"#) == nil)
        #expect(place("") == nil)
    }

    @Test func eachJobHasItsLines() {
        #expect(WorkerJob.records.tags == [.form, .indicator])
        #expect(WorkerJob.tables(nil).tags == [.table])
        #expect(WorkerJob.runs.tags == [.run])
        #expect(WorkerJob.inspection.tags.isEmpty)
    }
}
