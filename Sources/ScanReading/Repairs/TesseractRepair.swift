internal import PageImage
internal import PageModel

/// Undoes what Tesseract gets wrong again and again, where the picture or the rest of the line tells.
struct TesseractRepair: LineRepair {
    let settings: TesseractSettings

    func repaired(_ line: ReadLine) -> LineReading {
        let reading = line.reading
        let height = Double(line.crop.height)
        var characters = reading.characters
        guard !characters.isEmpty else { return reading }
        openBrackets(&characters)
        let endsInMark = Self.colonLike.contains(characters[characters.count - 1].scalar)
        let ink = InkMask(levelled: line.crop)
        let inked = ink.inkedColumns
        joinFigures(&characters, inked: inked, height: height)
        if endsInMark, endsInColon(ink, inked: inked) { characters[characters.count - 1].scalar = ":" }
        InnerSigns(settings: settings, ink: ink, inked: inked).mend(&characters)
        LostBrackets(ink, settings: settings).mend(&characters)
        return LineReading(characters: characters, confidence: min(reading.confidence, characters.leastConfidence))
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

    /// Takes out spaces between figures where there is no paper for one, and the room that is as good as a space: a 1
    /// stands apart in many fonts.
    private func joinFigures(_ characters: inout [CharacterReading], inked: [Bool], height: Double) {
        var index = characters.count - 1
        while index > 0 {
            defer { index -= 1 }
            let isSpace = characters[index - 1].scalar == " "
            let before = isSpace ? index - 2 : index - 1
            guard before >= 0, Self.isOfFigure(characters[index].scalar), Self.isOfFigure(characters[before].scalar),
                characters[index].start > characters[before].end || isSpace,
                isClose(
                    characters[before], characters[index],
                    inked: inked[min(signEnd(before, characters), inked.count)...], height: height)
            else { continue }
            let middle = (characters[before].end + characters[index].start) / 2
            characters[before].end = middle
            characters[index].start = middle
            if isSpace {
                characters.remove(at: index - 1)
                index -= 1
            }
        }
    }

    /// Where the sign of comparison in front of a figure ends: the paper behind a wide one is not within the figure.
    private func signEnd(_ index: Int, _ characters: [CharacterReading]) -> Int {
        guard index == 1, Self.signs.contains(characters[0].scalar) else { return 0 }
        return max(0, Int(characters[0].end.rounded(.up)))
    }

    private func isClose(_ first: CharacterReading, _ second: CharacterReading, inked: ArraySlice<Bool>, height: Double)
        -> Bool
    {
        // Places are rough.
        let from = max(inked.startIndex, Int(first.start - settings.roughness * height))
        let to = min(inked.endIndex, Int(second.end + settings.roughness * height))
        return widestGap(in: inked, from: from, to: to) < settings.figureGap * height
    }

    /// Most blank columns side by side between two that have ink.
    private func widestGap(in inked: ArraySlice<Bool>, from: Int, to: Int) -> Double {
        var widest = 0
        var last: Int?
        for x in from..<max(from, to) where inked[x] {
            if let last { widest = max(widest, x - last - 1) }
            last = x
        }
        return Double(widest)
    }

    /// Whether the last ink is two points of one size, one over the other.
    private func endsInColon(_ ink: InkMask, inked: [Bool]) -> Bool {
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

    private static let signs: Set<Unicode.Scalar> = ["=", "＝", "<", ">", "≤", "≥", "≦", "≧"]

    private static func isOfFigure(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || ".,%".unicodeScalars.contains(scalar)
    }
}

extension [CharacterReading] {
    fileprivate var leastConfidence: Double { lazy.map(\.confidence).min() ?? 0 }
}
