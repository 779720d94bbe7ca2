import Testing

@testable import PDFText

/// Searches by halving.
@Suite struct SortedSearchTests {
    @Test(arguments: [(0, 0), (1, 0), (2, 1), (3, 1), (5, 3), (9, 4), (10, 5)])
    func theFirstBeyondIsFound(value: Int, index: Int) {
        #expect([1, 3, 4, 8, 9].firstIndex(beyond: { $0 >= value }) == index)
    }

    @Test func anEmptyListHasNone() { #expect([Int]().firstIndex(beyond: { _ in true }) == 0) }

    @Test func fewElementsAreLookedAt() {
        var looks = 0
        _ = Array(0..<100_000).firstIndex(beyond: {
            looks += 1
            return $0 > 70_000
        })
        #expect(looks <= 17)
    }
}
