import Foundation
import Normalize
import Pipeline
import ScanReading
import Testing

@testable import PDFText

extension Documents {
    /// A ledger takes results of the same revision for done, so the revision must change with the bytes.
    @Suite struct RecordsRevisionTests {
        private let stored = Corpus.root.appending(path: "corpus/golden/records-revision.txt")

        /// The hash of all that the exported documents give.
        private func hashOfResults() throws -> String {
            var lines = JSONWriter()
            for folder in ["corpus", "corpus-layouts"] {
                for document in Corpus.exported(in: folder) {
                    var options = ConvertOptions()
                    options.ocr = .never
                    let path = Corpus.path(document.file, in: folder)
                    _ = try DocumentConverter(options: options)
                        .convert(.bytes(path: Array(path.utf8), name: document.file)) { form, identity, ordinal in
                            lines.writeLine(form.json(in: identity, ordinal: ordinal))
                            for line in form.indicatorLines(in: identity, ordinal: ordinal) { lines.writeLine(line) }
                        }
                }
            }
            return FileBytes(lines.bytes).sha256
        }

        @Test func changesWithTheBytesOfResults() throws {
            // Another Poppler may place glyphs otherwise by a hair: that is no change of our rules.
            let actual = "\(recordsRevision) \(LibraryVersions.poppler) \(try hashOfResults())\n"
            let expected = (try? String(contentsOf: stored, encoding: .utf8)) ?? ""
            let (old, new) = (expected.split(separator: " "), actual.split(separator: " "))
            guard old.count == 3 else {
                try actual.write(to: stored, atomically: true, encoding: .utf8)
                Issue.record("Nothing was stored in \(stored.path()); it is now.")
                return
            }
            guard expected != actual, old[1] == new[1] else { return }
            if old[0] == new[0] {
                Issue.record(
                    "The bytes of results have changed: raise recordsRevision in Sources/Pipeline/Version.swift.")
            } else {
                try actual.write(to: stored, atomically: true, encoding: .utf8)
                Issue.record(
                    "Stored for revision \(recordsRevision) in \(stored.path()). Review the goldens, run again.")
            }
        }
    }
}
