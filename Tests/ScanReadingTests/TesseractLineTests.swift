import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// Characters of a line side by side, their places as rough as Tesseract gives them.
private func reading(_ text: String, width: Int) -> LineReading {
    let step = Double(width) / Double(text.unicodeScalars.count)
    return LineReading(
        characters: text.unicodeScalars.enumerated().map {
            CharacterReading(
                scalar: $1, confidence: 0.9, start: Double($0) * step, end: Double($0 + 1) * step)
        })
}

extension Canvas {
    fileprivate mutating func openingBracket(at x: Double) {
        stroke([(x + 8, 4), (x + 2, 13), (x + 2, 27), (x + 8, 36)])
    }

    fileprivate mutating func closingBracket(at x: Double) {
        stroke([(x + 2, 4), (x + 8, 13), (x + 8, 27), (x + 2, 36)])
    }

    fileprivate mutating func lessOrEqual(at x: Double, bars: Int = 1) {
        stroke([(x + 26, 6), (x + 2, 14), (x + 26, 22)])
        for bar in 0..<bars { stroke([(x + 2, 28 + 6 * Double(bar)), (x + 26, 28 + 6 * Double(bar))]) }
    }
}

@Suite struct LostBracketTests {
    private func mended(_ text: String, _ canvas: Canvas) -> String {
        var characters = reading(text, width: canvas.width).characters
        LostBrackets(InkMask(levelled: canvas.image), settings: .init()).mend(&characters)
        return LineReading(characters: characters).text
    }

    /// In bold heads no column of paper parts the brackets from a letter.
    @Test func aBracketThatTouchesTheColumnsOfItsNeighbourComesBack() {
        var canvas = Canvas(width: 140, height: 40)
        canvas.fill(4..<40, 4..<36)
        canvas.fill(44..<80, 4..<36)
        canvas.openingBracket(at: 82)
        canvas.fill(92..<108, 8..<32)
        canvas.closingBracket(at: 107)
        #expect(mended("成值B)", canvas) == "成值（B)")
    }

    @Test func aBracketComesBackInFrontOfTheWordThatItHolds() {
        var canvas = Canvas(width: 240, height: 40)
        canvas.fill(4..<40, 4..<36)
        canvas.openingBracket(at: 46)
        for index in 0..<2 { canvas.fill((62 + 40 * index)..<(96 + 40 * index), 4..<36) }
        canvas.closingBracket(at: 140)
        canvas.fill(160..<196, 4..<36)
        #expect(mended("县市中)医", canvas) == "县（市中)医")
    }

    @Test func aBracketOpensAtTheEndOfALine() {
        var canvas = Canvas(width: 80, height: 40)
        canvas.fill(4..<40, 4..<36)
        var hook = canvas
        canvas.openingBracket(at: 60)
        #expect(mended("数", canvas) == "数（")
        #expect(mended("数〈", canvas) == "数〈", "it was read, if badly")
        hook.stroke([(68, 4), (68, 34), (60, 30)])
        #expect(mended("制", hook) == "制", "the right stroke of a character is none")
    }
}

@Suite struct InnerSignTests {
    private func mended(_ text: String, _ canvas: Canvas) -> String {
        var characters = reading(text, width: canvas.width).characters
        let ink = InkMask(levelled: canvas.image)
        InnerSigns(settings: .init(), ink: ink, inked: ink.inkedColumns).mend(&characters)
        return LineReading(characters: characters).text
    }

    private func line(bars: [Int]) -> Canvas {
        var canvas = Canvas(width: 200, height: 40)
        for (index, count) in bars.enumerated() {
            canvas.fill((4 + 80 * index)..<(30 + 80 * index), 4..<36)
            canvas.lessOrEqual(at: 40 + 80 * Double(index), bars: count)
        }
        return canvas
    }

    @Test func signsWithinALineGetTheirBarsBack() {
        #expect(mended("5<x<7", line(bars: [1, 1])) == "5≤x≤7")
        #expect(mended("5<x<7", line(bars: [2, 2])) == "5≦x≦7")
    }

    @Test func signsStayWhereTheInkDoesNotShowAsMany() {
        #expect(mended("5<x<7", line(bars: [1, 0])) == "5<x<7")
        #expect(mended("5>x>7", line(bars: [1, 1])) == "5>x>7", "open to the other side")
    }
}

@Suite struct PaleInkTests {
    private func line(pale: Bool) -> GrayImage {
        var canvas = Canvas(width: 160, height: 40)
        for index in 0..<4 { canvas.fill((10 + 36 * index)..<(16 + 36 * index), 8..<32, level: 20) }
        if pale {
            for index in 0..<3 { canvas.fill((24 + 36 * index)..<(28 + 36 * index), 0..<36, level: 170) }
            canvas.fill(0..<160, 18..<20, level: 170)
            for index in 0..<4 { canvas.fill((10 + 36 * index)..<(16 + 36 * index), 8..<32, level: 20) }
        }
        return canvas.image
    }

    @Test func aSealOverALineIsSeen() {
        let pale = PaleInk(settings: .init())
        #expect(pale.lies(over: line(pale: true)))
        #expect(!pale.lies(over: line(pale: false)))
    }

    @Test func withoutItTheTextStaysAsItWas() throws {
        let clean = try #require(PaleInk(settings: .init()).removed(from: line(pale: true), share: 0.35))
        #expect(clean.width == 160, "places along the line hold")
        #expect(clean.height < 32, "rows above and below the text go")
        #expect(clean.darkest(10..<16, 6..<20) == 20)
        #expect(clean.darkest(20..<34, 0..<clean.height) == 255)
    }
}

@Suite struct LoneSignTests {
    @Test func aSignWithTwoBarsAloneIsTold() throws {
        var canvas = Canvas(width: 40, height: 44)
        // The chevron runs into the upper bar, as in small print.
        canvas.stroke([(6, 6), (34, 14), (6, 24)], width: 4)
        canvas.stroke([(6, 29), (34, 25)], width: 4)
        canvas.stroke([(6, 37), (34, 37)], width: 4)
        let lead = try #require(LeadingSign(in: canvas.image, settings: .init()))
        #expect(lead.sign == "≧")
        #expect(lead.isAlone)
    }

    @Test func aSignBeforeAFigureIsNotAlone() throws {
        var canvas = Canvas(width: 120, height: 40)
        canvas.lessOrEqual(at: 6)
        canvas.fill(50..<66, 4..<36)
        #expect(try #require(LeadingSign(in: canvas.image, settings: .init())).isAlone == false)
    }
}
