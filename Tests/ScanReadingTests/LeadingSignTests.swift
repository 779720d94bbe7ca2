import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct LeadingSignTests {
    private func sign(digits: Int = 2, _ draw: (inout Canvas) -> Void) -> Unicode.Scalar? {
        var canvas = Canvas(width: 160, height: 48)
        draw(&canvas)
        for index in 0..<digits { canvas.fill((60 + 24 * index)..<(76 + 24 * index), 8..<40) }
        return LeadingSign(in: canvas.image, settings: .init())?.sign
    }

    @Test func aSignInFrontIsTold() {
        let sign = sign {
            $0.stroke([(6, 6), (34, 17), (6, 28)])
            $0.stroke([(6, 37), (34, 37)])
        }
        #expect(sign == "≥")
    }

    @Test func anEqualsSignAsWideAsTwoDigitsIsAWideOne() {
        func equals(to end: Double, second: Double) -> Unicode.Scalar? {
            sign {
                $0.stroke([(6, 16), (end, 16)])
                $0.stroke([(6, second), (end, second)])
            }
        }
        #expect(equals(to: 38, second: 27) == "＝")
        #expect(equals(to: 20, second: 24) == "=")
    }

    @Test func aFigureHasNone() {
        #expect(sign { $0.fill(8..<24, 8..<40) } == nil)
    }
}
