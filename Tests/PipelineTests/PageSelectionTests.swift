import Testing

@testable import Pipeline

/// Pages that a user asks for.
@Suite struct PageSelectionTests {
    @Test(arguments: ["", "0", "-1", "3-2", "1,", "1-2-3", "a", "1,,2", "1.5"])
    func whatIsNoListOfPagesIsRefused(text: String) { #expect(PageSelection(text) == nil) }

    @Test func rangesHoldTheirEnds() throws {
        let pages = try #require(PageSelection("1-3,7,9-"))
        #expect((1...12).filter { pages.contains($0) } == [1, 2, 3, 7, 9, 10, 11, 12])
        #expect(pages.description == "1-3,7,9-")
    }

    @Test func neighboursAreARange() {
        #expect(PageSelection(pages: [1, 2, 3, 5, 7, 8]).description == "1-3,5,7-8")
        #expect(PageSelection(pages: [4]).description == "4")
    }
}
