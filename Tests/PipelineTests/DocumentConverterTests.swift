import Foundation
import Normalize
import Pipeline
import Testing

/// One document through all stages.
@Suite struct DocumentConverterTests {
    private func convert(
        _ path: String, options: ConvertOptions = ConvertOptions(), skipping pages: Set<Int> = [],
        watch: ConversionWatch = ConversionWatch()
    ) throws -> (result: DocumentResult, ordinals: [Int]) {
        var ordinals: [Int] = []
        let result = try DocumentConverter(options: options).convert(.path(path), skippedPages: pages, watch: watch) {
            _, _, ordinal in
            ordinals.append(ordinal)
        }
        return (result, ordinals)
    }

    @Test func formsAreHandedOutInTheirOrder() throws {
        let (result, ordinals) = try convert(GoodForm.path)
        #expect(ordinals == [1])
        #expect(result.indicators == GoodForm.indicators)
        #expect(result.failures.isEmpty)
        #expect(result.sha256?.count == 64)
    }

    @Test func aSkippedPageIsNotThere() throws {
        let (result, ordinals) = try convert(GoodForm.path, skipping: [1])
        #expect(result.pages == 0)
        #expect(ordinals.isEmpty)
    }

    @Test func whoWatchesHearsOfEachStageAndMayDecline() throws {
        var heard: [String] = []
        let watch = ConversionWatch(begins: { stage, page in heard.append("\(stage.rawValue) \(page)") })
        _ = try convert(GoodForm.path, watch: watch)
        #expect(heard == ["text 1", "normalize 1"])
        let (result, ordinals) = try convert(GoodForm.path, watch: ConversionWatch(wants: { _ in false }))
        #expect(result.sha256 != nil && result.pages == 0 && ordinals.isEmpty && result.failures.isEmpty)
    }

    @Test func pagesThatAreNotThereAreNamed() throws {
        let (result, _) = try convert(GoodForm.path, options: ConvertOptions(pages: PageSelection("99")))
        #expect(result.failures.map(\.code) == [.noForm])
        #expect(
            result.failures.first?.message.contains("None of the pages 99 is in the document, which ends with page 1")
                == true)
    }

    @Test func aFileThatIsNotThereIsAFailureOfOpening() throws {
        let (result, _) = try convert("/no/such/file.pdf")
        #expect(result.failures.map(\.code) == [.unreadable])
        #expect(result.failures.map(\.stage) == [.open])
        #expect(result.sha256 == nil)
    }
}
