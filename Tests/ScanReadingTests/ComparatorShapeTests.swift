import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct ComparatorShapeTests {
    typealias Line = [(x: Double, y: Double)]

    private func sign(_ lines: [Line]) -> Unicode.Scalar? {
        var canvas = Canvas(width: 40, height: 48)
        for line in lines { canvas.stroke(line) }
        let ink = canvas.pixels.map { $0 == 0 }
        let rows = (0..<48).filter { y in ink[(y * 40)..<(y * 40 + 40)].contains(true) }
        let columns = (0..<40).filter { x in (0..<48).contains { ink[$0 * 40 + x] } }
        guard let top = rows.first, let bottom = rows.last, let left = columns.first, let right = columns.last else {
            return nil
        }
        let part = (top...bottom).flatMap { ink[($0 * 40 + left)...($0 * 40 + right)] }
        return ComparatorShape(settings: .init())
            .sign(in: InkMask(width: right - left + 1, height: bottom - top + 1, isInk: part))
    }

    private static let greater: Line = [(6, 4), (34, 15), (6, 26)]
    private static let less: Line = [(34, 4), (6, 15), (34, 26)]
    private static let bar: Line = [(6, 33), (34, 33)]
    private static let secondBar: Line = [(6, 41), (34, 41)]

    @Test func signsAreTold() {
        #expect(sign([Self.greater]) == ">")
        #expect(sign([Self.less]) == "<")
        #expect(sign([Self.greater, Self.bar]) == "≥")
        #expect(sign([Self.less, Self.bar]) == "≤")
        #expect(sign([Self.greater, Self.bar, Self.secondBar]) == "≧")
        #expect(sign([Self.less, Self.bar, Self.secondBar]) == "≦")
        #expect(sign([[(6, 12), (34, 12)], [(6, 22), (34, 22)]]) == "=")
        #expect(sign([[(4, 12), (36, 12)], [(4, 20), (36, 20)]]) == "=", "a wide one is lower for its width")
    }

    @Test func aBarThatSlantsIsToldToo() {
        #expect(sign([Self.greater, [(6, 38), (34, 28)]]) == "≥")
    }

    @Test func otherCharactersAreNone() {
        let two: Line = [(8, 10), (13, 5), (22, 5), (27, 11), (25, 18), (7, 38), (29, 38)]
        #expect(sign([two]) == nil)
        #expect(sign([[(6, 6), (30, 6), (6, 38), (30, 38)]]) == nil, "Z")
        #expect(sign([[(11, 10), (29, 10)], [(4, 36), (36, 36)]]) == nil, "二")
        #expect(sign([[(8, 6), (32, 6)], [(10, 20), (30, 20)], [(4, 36), (36, 36)]]) == nil, "三")
        #expect(sign([[(4, 20), (36, 20)]]) == nil, "一")
    }
}
