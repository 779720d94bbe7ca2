import Foundation
import Normalize
import Pipeline
import Testing

@testable import PDFText
@testable import ScanReading

extension Documents {
    /// The six scans of `corpus-scans/`, by the engines that are there.
    @Suite struct ScanTests {
        private static let set = "corpus-scans"
        private static let documents = Corpus.documents(in: set)
        private static let pictures = documents.filter { $0.traits.contains("image-only") }
        private static let isInstalled = OCRInstallation.find() != nil

        private func read(
            _ document: Corpus.Document, by engine: OCREngine
        ) throws -> (comparison: TruthComparison, sources: Set<String>) {
            var options = ConvertOptions()
            options.engine = engine
            let (forms, result) = try ConvertedForm.all(in: Corpus.path(document.file, in: Self.set), options: options)
            #expect(result.failures.isEmpty)
            let truth = try Corpus.truth(of: document, in: Self.set)
            let sources = forms.flatMap(\.rows).compactMap {
                ($0["source"] as? [String: Any])?["text_source"] as? String
            }
            return (TruthComparison(found: forms, truth: truth, folding: true), Set(sources))
        }

        @Test func theScansAreThere() { #expect(Self.documents.count == 6) }

        @Test(
            .enabled(if: isInstalled, "ppocr is not installed; run scripts/install-ocr."), arguments: documents)
        func ppocrReadsTheForm(_ document: Corpus.Document) throws {
            let (comparison, sources) = try read(document, by: .ppocr)
            #expect(comparison.differences["number of forms"] == nil)
            let floor = KnownFailures.scans[document.file]?.rightRows ?? 0.9
            let share = Double(comparison.rightRowCount) / Double(comparison.rowCount)
            #expect(share >= floor, "\(comparison.differences.sorted { $0.key < $1.key })")
            // A good layer saves the reading.
            #expect(sources == [document.traits.contains("layer:good") ? "embedded" : "ocr"])
        }

        /// Tesseract misreads signs, so only whole rows are counted, and only that they are there.
        @Test func tesseractFindsTheRows() throws {
            let document = try #require(Self.documents.first { $0.traits.contains("sideways") })
            let (comparison, sources) = try read(document, by: .tesseract)
            #expect(comparison.differences["number of forms"] == nil)
            let missing = comparison.differences.filter { $0.value.hasPrefix("missing") }
            #expect(missing.isEmpty)
            #expect(Double(comparison.rightRowCount) >= 0.6 * Double(comparison.rowCount))
            #expect(sources == ["ocr"])
        }

        @Test(arguments: pictures) func withoutReadingAScanHasNoText(_ document: Corpus.Document) throws {
            var options = ConvertOptions()
            options.ocr = .never
            let (forms, result) = try ConvertedForm.all(in: Corpus.path(document.file, in: Self.set), options: options)
            #expect(forms.isEmpty)
            #expect(result.failures.map(\.code) == [.noText])
        }
    }
}
