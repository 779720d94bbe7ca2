/// Undoes what Tesseract gets wrong again and again, where the picture or the rest of the line tells.
struct TesseractMender {
    let settings: TesseractSettings

    func mended(_ reading: LineReading, line: GrayImage) -> LineReading {
        var characters = reading.characters
        openBrackets(&characters)
        let hasSpace = characters.contains { $0.scalar == " " }
        let endsInMark = characters.last.map { Self.colonLike.contains($0.scalar) } ?? false
        guard hasSpace || endsInMark else { return LineReading(characters: characters, confidence: reading.confidence) }
        let ink = InkMask(levelled: line)
        if hasSpace { joinFigures(&characters, ink: ink) }
        if endsInMark, endsInColon(ink) { characters[characters.count - 1].scalar = ":" }
        return LineReading(characters: characters, confidence: reading.confidence)
    }

    /// ( as 〈 or 《, which the bracket that closes it tells, or that none does.
    private func openBrackets(_ characters: inout [CharacterReading]) {
        for index in characters.indices where characters[index].scalar == "〈" || characters[index].scalar == "《" {
            let partner: Unicode.Scalar = characters[index].scalar == "〈" ? "〉" : "》"
            let behind = characters[(index + 1)...].lazy.map(\.scalar)
            guard !behind.contains(partner), partner == "〉" || behind.contains(where: { $0 == ")" || $0 == "）" })
            else { continue }
            characters[index].scalar = "（"
        }
    }

    /// Takes out spaces between figures where there is no paper for one: a 1 stands apart in many fonts.
    private func joinFigures(_ characters: inout [CharacterReading], ink: InkMask) {
        let inked = ink.inkedColumns
        let height = Double(ink.height)
        for index in characters.indices.reversed()
        where characters[index].scalar == " " && index > 0 && index + 1 < characters.count {
            guard [characters[index - 1], characters[index + 1]].allSatisfy({ Self.isOfFigure($0.scalar) }) else {
                continue
            }
            // Places are rough.
            let from = max(0, Int(characters[index - 1].start - height))
            let to = min(inked.count, Int(characters[index + 1].end + height))
            if widestGap(in: inked, from: from, to: to) < settings.figureGap * height { characters.remove(at: index) }
        }
    }

    /// Most blank columns side by side between two that have ink.
    private func widestGap(in inked: [Bool], from: Int, to: Int) -> Double {
        var widest = 0
        var last: Int?
        for x in from..<max(from, to) where inked[x] {
            if let last { widest = max(widest, x - last - 1) }
            last = x
        }
        return Double(widest)
    }

    /// Whether the last ink is two points of one size, one over the other.
    private func endsInColon(_ ink: InkMask) -> Bool {
        let inked = ink.inkedColumns
        guard let last = inked.lastIndex(of: true), let before = inked[..<last].lastIndex(of: false),
            let mask = ink.trimmed(to: (before + 1)..<(last + 1))
        else { return false }
        let rows = (0..<mask.height).map { y in (0..<mask.width).contains { mask.isInk[y * mask.width + $0] } }
        guard let gap = rows.firstIndex(of: false), let next = rows[gap...].firstIndex(of: true),
            !rows[next...].contains(false)
        else { return false }
        let (upper, lower) = (gap, rows.count - next)
        let slack = max(1, max(upper, lower) / 4)
        return abs(upper - lower) <= slack && max(upper, lower) <= mask.width + slack
            && mask.width <= max(upper, lower) + slack && next - gap >= upper / 2
    }

    private static let colonLike: Set<Unicode.Scalar> = [";", "；", ",", "，", "。", "."]

    private static func isOfFigure(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ".,%".unicodeScalars.contains(scalar)
    }
}
