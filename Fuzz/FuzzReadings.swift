import PageImage

@testable import ScanReading

extension FuzzTarget {
    /// No repair loses a line, traps, or makes up more certainty than there can be.
    func repairReadings(_ bytes: [UInt8]) {
        var rest = FuzzBytes(bytes)
        let knowsPlaces = rest.byte() % 2 == 0
        var lines: [ReadLine] = []
        while !rest.isEmpty, lines.count < 6 { lines.append(line(&rest, isWild: !knowsPlaces)) }
        let settings = OCRSettings()
        for repairs in [
            ReadingRepairs.all(settings, knowsPlaces: knowsPlaces),
            ReadingRepairs([TesseractRepair(settings: TesseractSettings())]),
        ] {
            let repaired = repairs.applied(to: lines)
            precondition(repaired.count == lines.count)
            for reading in repaired {
                precondition(reading.characters.allSatisfy { (0...1).contains($0.confidence) })
                _ = reading.misreading
            }
        }
    }

    /// - Parameter isWild: Places are anywhere in the picture, as a program of the user may give them.
    private func line(_ rest: inout FuzzBytes, isWild: Bool) -> ReadLine {
        let height = 8 + rest.number(below: 48)
        let count = rest.number(below: 24)
        var x = Double(rest.number(below: 16))
        var characters: [CharacterReading] = []
        for _ in 0..<count { characters.append(character(&rest, x: &x, height: height, isWild: isWild)) }
        var faint: [CharacterReading] = []
        for _ in 0..<rest.number(below: 3) {
            var place = Double(rest.byte())
            faint.append(character(&rest, x: &place, height: height, isWild: isWild))
        }
        let reading = LineReading(characters: characters, faint: faint)
        let crop = picture(&rest, width: isWild ? Int(Self.wildWidth) : 8 + min(2000, Int(x)), height: height)
        return ReadLine(reading: reading, crop: crop, em: Double(height) * rest.share())
    }

    private func character(
        _ rest: inout FuzzBytes, x: inout Double, height: Int, isWild: Bool
    ) -> CharacterReading {
        let scalar = Self.scalars[rest.number(below: Self.scalars.count)]
        let (confidence, width) = (rest.share(), Double(height) * rest.share())
        var (start, end) = (x, x + width)
        if isWild {
            start = Self.wildWidth * rest.share()
            end = start + (Self.wildWidth - start) * rest.share()
        }
        x += width
        let alternatives = (0..<rest.number(below: 4)).map { _ in
            CharacterReading.Alternative(
                scalar: Self.scalars[rest.number(below: Self.scalars.count)], probability: rest.share())
        }
        return CharacterReading(
            scalar: scalar, confidence: confidence, start: start, end: end, alternatives: alternatives)
    }

    /// Blocks of dark and light columns and rows.
    private func picture(_ rest: inout FuzzBytes, width: Int, height: Int) -> GrayImage {
        let (columns, rows) = (rest.bytes(1 + rest.number(below: 32)), rest.bytes(1 + rest.number(below: 16)))
        var pixels = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            let row = rows[y * rows.count / height]
            for x in 0..<width {
                let column = columns[x * columns.count / width]
                if column & row != 0 { pixels[y * width + x] = ~(column & row) }
            }
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    /// Of the picture of such a line, in pixels.
    private static let wildWidth = 208.0

    private static let scalars: [Unicode.Scalar] = Array(
        "0123456789.,-+=≥≤><%％‰()（）〈〉《》[]【】:：;；、，。·|lIOoZz一二三万元年个 　≧≦＞＜=＝±~～/\\'\"“”*#ABCabc率项目".unicodeScalars)
}
