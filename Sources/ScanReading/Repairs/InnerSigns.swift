internal import PageImage
internal import PageModel

/// Tells the signs of comparison within a line by their shapes: Tesseract reads ≤ and ≥ as < and >.
struct InnerSigns {
    let settings: TesseractSettings
    /// Of the line.
    let ink: InkMask
    let inked: [Bool]

    /// Gives signs their bars back where the line's ink shows as many signs with bars as were read, open to the same
    /// sides: places of characters are too rough to match them one by one.
    func mend(_ characters: inout [CharacterReading]) {
        let read = characters.indices.filter { Self.opensLeft[characters[$0].scalar] != nil }
        guard !read.isEmpty else { return }
        let shape = ComparatorShape(settings: settings.signs)
        var seen: [Unicode.Scalar] = []
        for columns in inked.pieces {
            guard columns.count <= ink.height, let mask = ink.trimmed(to: columns), let sign = shape.sign(in: mask),
                Self.barred.contains(sign)
            else { continue }
            seen.append(sign)
        }
        guard seen.count == read.count,
            zip(read, seen).allSatisfy({ Self.opensLeft[characters[$0].scalar] == Self.opensLeft[$1] })
        else { return }
        for (index, sign) in zip(read, seen) where characters[index].scalar != sign {
            characters[index].scalar = sign
            characters[index].confidence = min(characters[index].confidence, settings.signConfidence)
        }
    }

    private static let barred: Set<Unicode.Scalar> = ["≤", "≥", "≦", "≧"]
    private static let opensLeft: [Unicode.Scalar: Bool] = [
        "<": false, "＜": false, "≤": false, "≦": false, ">": true, "＞": true, "≥": true, "≧": true,
    ]
}
