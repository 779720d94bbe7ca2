import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct PunctuationWidthTests {
    typealias Sign = (scalar: Unicode.Scalar, ink: Range<Int>)

    /// Ideographs fill 40 pixels of the line's height, marks only its lower part.
    private func line(_ signs: [Sign]) -> ReadLine {
        var canvas = Canvas(width: (signs.last?.ink.upperBound ?? 0) + 4, height: 44)
        for sign in signs { canvas.fill(sign.ink, sign.scalar.isIdeograph ? 2..<42 : 30..<38) }
        let characters = signs.map {
            CharacterReading(
                scalar: $0.scalar, confidence: 1, start: Double($0.ink.lowerBound), end: Double($0.ink.upperBound))
        }
        return ReadLine(reading: LineReading(characters: characters), crop: canvas.image, em: 40)
    }

    private func mended(_ lines: [[Sign]]) -> [String] {
        PunctuationWidth(settings: .init()).repaired(lines.map(line)).map(\.text)
    }

    /// A mark between two ideographs.
    private func between(_ mark: Unicode.Scalar, at ink: Range<Int>, next: Int) -> [Sign] {
        [("中", 0..<40), (mark, ink), ("文", next..<(next + 40))]
    }

    @Test(arguments: [",", "，"] as [Unicode.Scalar]) func roomTellsTheComma(mark: Unicode.Scalar) {
        #expect(mended([between(mark, at: 44..<50, next: 80)]) == ["中，文"])
        #expect(mended([between(mark, at: 43..<49, next: 55)]) == ["中,文"])
    }

    @Test func aSpaceBehindMakesNoMarkWide() {
        #expect(mended([between("，", at: 45..<51, next: 71)]) == ["中,文"])
    }

    @Test func theRoomIsMeasuredByTheDistanceOfTheIdeographs() {
        // Widely spaced text: what would be much paper elsewhere is little here.
        var signs = (0..<6).map { (scalar: "中" as Unicode.Scalar, ink: ($0 * 60)..<($0 * 60 + 40)) }
        signs += [(",", 352..<358), ("文", 385..<425)]
        #expect(mended([signs]) == ["中中中中中中,文"])
    }

    @Test(arguments: ["=", "＝"] as [Unicode.Scalar]) func lengthAndRoomTellTheEqualsSign(mark: Unicode.Scalar) {
        #expect(mended([[(mark, 3..<37), ("1", 44..<60)]]) == ["＝1"])
        #expect(mended([[(mark, 3..<23), ("1", 28..<44)]]) == ["=1"])
        // Short in a wide place.
        #expect(mended([[(mark, 10..<31), ("1", 47..<63)]]) == ["＝1"])
    }

    @Test func aSignAloneStaysAsRead() {
        #expect(mended([[("=", 0..<38)]]) == ["="])
    }

    @Test func inBetweenTheReadingStays() {
        #expect(mended([between(",", at: 52..<58, next: 75)]) == ["中,文"])
        #expect(mended([between("，", at: 52..<58, next: 75)]) == ["中，文"])
    }

    @Test func theMarkAtALinesEndIsAsTheOthersOfThePage() {
        let end: [Sign] = [("中", 0..<40), ("文", 42..<82), ("，", 88..<94)]
        #expect(mended([end]) == ["中文，"])
        #expect(mended([end, between(",", at: 43..<49, next: 55)]) == ["中文,", "中,文"])
        #expect(mended([end, between(";", at: 43..<49, next: 55)]) == ["中文，", "中;文"])
    }

    @Test func aDividedPageDecidesNothing() {
        let end: [Sign] = [("中", 0..<40), ("文", 42..<82), ("，", 88..<94)]
        let lines = [end, between(",", at: 43..<49, next: 55), between(",", at: 44..<50, next: 80)]
        #expect(mended(lines)[0] == "中文，")
    }

    @Test func aBracketIsAsItsPartner() {
        let line: [Sign] = [("中", 0..<40), ("(", 66..<74), ("文", 82..<122), (")", 130..<138)]
        #expect(mended([line]) == ["中（文）"])
    }

    @Test func aPairMeasuredDifferentlyIsAsTheOthersOfThePage() {
        let pair: [Sign] = [("中", 0..<40), ("(", 44..<50), ("文", 54..<94), (")", 98..<104), ("中", 108..<148)]
        let torn: [Sign] = [("中", 0..<40), ("(", 44..<50), ("文", 54..<94), ("）", 98..<104), ("中", 140..<180)]
        #expect(mended([torn, pair, pair]) == ["中(文)中", "中(文)中", "中(文)中"])
    }

    @Test func paperOfAFullWidthNeighbourIsNotTheBrackets() {
        // "》(文": the paper before the bracket is the quotation mark's.
        let line: [Sign] = [("中", 0..<40), ("》", 42..<54), ("(", 80..<88), ("文", 92..<132), ("中", 140..<180)]
        #expect(mended([line]) == ["中》(文中"])
    }

    @Test func groupsOfDigitsHaveNarrowCommas() {
        #expect(mended([[("3", 0..<20), ("，", 40..<46), ("6", 70..<90)]]) == ["3,6"])
    }
}
