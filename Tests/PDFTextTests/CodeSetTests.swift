import Testing

@testable import PDFText

@Suite struct CodeSetTests {
    @Test func codesAreHeldOneByOne() {
        let codes: CodeSet = [0, 63, 64, 300, 0xFFFF]
        #expect([0, 63, 64, 300, 0xFFFF].allSatisfy { codes.contains($0) })
        #expect(![1, 62, 65, 299, 0xFFFE].contains { codes.contains($0) })
        #expect(CodeSet().isEmpty)
    }

    @Test func theOrderOfCodesDoesNotMatter() {
        #expect(([300, 3] as CodeSet) == [3, 300])
        #expect(([3] as CodeSet) != [3, 300])
    }

    /// Of three bytes and more, or below nothing.
    @Test func otherCodesAreLeftOut() {
        #expect(([0x10000, -1] as CodeSet).isEmpty)
        #expect(!CodeSet().contains(-1))
        #expect(!([1] as CodeSet).contains(Int.max))
    }
}
