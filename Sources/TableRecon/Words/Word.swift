internal import PageModel

/// A word as printed: the part of a fragment between two spaces.
struct Word {
    /// Index of the fragment in the page's list.
    var fragment: Int
    /// Glyph indexes of the fragment.
    var range: Range<Int>
    var box: Rect
    /// A little more than the font size: the measure for gaps.
    var em: Double
    var isBold: Bool
}

/// The words of a page, and the way back from words to fragments.
struct WordSource {
    let fragments: [TextFragment]

    /// The upright words, in the fragments' order; turned text is left out.
    func words(settings: TableSettings) -> [Word] {
        var words: [Word] = []
        let measures = self.measures(settings.words)
        // Neighbours mostly share their style: looking each up anew would cost more than all the rest.
        var known: (style: TextStyle, isBold: Bool, em: Double?)?
        for (index, fragment) in fragments.enumerated() where fragment.rotation == .none {
            if known?.style != fragment.style {
                known = (fragment.style, fragment.style.isBold, measures[fragment.style])
            }
            let isBold = known?.isBold ?? false
            let em = known?.em ?? fragment.measure(settings.words)
            // Boxes much higher than the type would make lines overlap.
            let excess = max(0, (fragment.box.height - settings.words.tallestBox * em) / 2)
            var start = fragment.glyphs.startIndex
            let take = { (range: Range<Int>, words: inout [Word]) in
                guard let first = fragment.glyphs[range].first else { return }
                var box = fragment.glyphs[range].dropFirst().reduce(first.box) { $0.union($1.box) }
                box.y0 += excess
                box.y1 -= excess
                words.append(
                    Word(
                        fragment: index, range: range, box: box, em: em, isBold: isBold))
            }
            var dots = 0
            for position in fragment.glyphs.indices {
                let scalar = fragment.glyphs[position].scalar
                if scalar == " " {
                    take(start..<position, &words)
                    start = position + 1
                    dots = 0
                } else if scalar.isLeaderDot {
                    dots += 1
                } else {
                    if dots >= settings.words.shortestLeader {
                        take(start..<position, &words)
                        start = position
                    }
                    dots = 0
                }
            }
            take(start..<fragment.glyphs.endIndex, &words)
        }
        return words
    }

    /// For each style the height of a line of common type, from the widths of characters where the size is wrong: Type 3
    /// fonts have sizes of their own.
    private func measures(_ settings: TableSettings.Words) -> [TextStyle: Double] {
        var places: [TextStyle: Int] = [:]
        var widths: [(style: TextStyle, ideographs: [Double], digits: [Double])] = []
        var place = 0
        for fragment in fragments where fragment.rotation == .none {
            if widths.isEmpty || widths[place].style != fragment.style {
                place = places[fragment.style] ?? widths.count
                if place == widths.count {
                    places[fragment.style] = place
                    widths.append((fragment.style, [], []))
                }
            }
            for glyph in fragment.glyphs {
                if glyph.scalar.isIdeograph {
                    widths[place].ideographs.append(glyph.box.width)
                } else if glyph.scalar.isDigit {
                    widths[place].digits.append(glyph.box.width)
                }
            }
        }
        var result: [TextStyle: Double] = [:]
        for (style, ideographs, digits) in widths {
            if !ideographs.isEmpty {
                let size = ideographs.sorted()[ideographs.count / 2]
                if size < settings.wrongIdeograph * style.size {
                    result[style] = max(settings.lineHeight * size, 1)
                    continue
                }
            }
            guard !digits.isEmpty else { continue }
            let size = 2 * digits.sorted()[digits.count / 2]
            if size < settings.wrongDigit * style.size { result[style] = max(settings.lineHeight * size, 1) }
        }
        return result
    }

    /// The words as fragments; words that follow each other in one fragment stay together with their spaces.
    func fragments(of words: [Word]) -> [TextFragment] {
        var result: [TextFragment] = []
        var current: (fragment: Int, range: Range<Int>)?
        let flush = { (part: (fragment: Int, range: Range<Int>)?, result: inout [TextFragment]) in
            guard let part, let chunk = fragments[part.fragment].part(part.range) else { return }
            result.append(chunk)
        }
        for word in words.sorted(by: { ($0.fragment, $0.range.lowerBound) < ($1.fragment, $1.range.lowerBound) }) {
            if let open = current, open.fragment == word.fragment, word.range.lowerBound - open.range.upperBound <= 1 {
                current = (open.fragment, open.range.lowerBound..<word.range.upperBound)
            } else {
                flush(current, &result)
                current = (word.fragment, word.range)
            }
        }
        flush(current, &result)
        return result
    }
}

extension Unicode.Scalar {
    /// A dot of the rows of dots between a label and its value.
    var isLeaderDot: Bool { self == "." || self == "…" || self == "·" || self == "_" }
}

extension TextStyle {
    private static let boldNames = ["bold", "black", "heavy", "demi"].map { Array($0.utf8) }

    var isBold: Bool {
        let name = font.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
        return Self.boldNames.contains { word in
            name.indices.contains { name[$0] == word[0] && name[$0...].starts(with: word) }
        }
    }
}

extension TextFragment {
    /// The height of a line of common type in the fragment's size. Fonts differ in the height of their boxes, so that
    /// these are no measure.
    func measure(_ settings: TableSettings.Words) -> Double {
        let height = max(em, 1)
        let common = settings.lineHeight * style.size
        return common > settings.usualHeight.lowerBound * height && common < settings.usualHeight.upperBound * height
            ? common : height
    }
}
