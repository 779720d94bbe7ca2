internal import PageImage
internal import PageModel

/// Tells the signs of comparison by their shape: engines know few of them and read the rest as M, N, 2 or nothing.
///
/// Expects the sign alone: a chevron, open to the left or right, over none, one or two lying bars; or two bars.
struct ComparatorShape {
    struct Settings: Hashable, Sendable {
        /// How near to the paper's brightness, from the ink's, a pixel of a sign may be, 0…1; tried one by one.
        var inkShares = [0.5, 0.3, 0.68]
        /// Width over height of a sign.
        var proportion = 0.5...2.4
        /// The same of an equals sign, at most: a full-width one is lower for its width.
        var widest = 3.2
        /// Least part of the sign's height that its chevron has.
        var chevronHeight = 0.4
        /// Part of a row's width that has ink in a bar.
        var barFill = 0.7
        /// Part of a row's width that may have ink between the chevron and the bar.
        var gapFill = 0.12
        /// How far apart the arms of the chevron must be on their open side, and may be at its tip, of its height.
        var openSpread = 0.6
        var tipSpread = 0.5
        /// How far from the middle of its height the tip may lie, of its height.
        var tipOffset = 0.22
        /// Longest upright run of ink in a lying or slanting stroke, of the sign's height.
        var strokeHeight = 0.4
        /// Part of the chevron's open middle that may have ink.
        var hollow = 0.2
    }

    let settings: Settings

    /// The sign, nil for any other shape.
    ///
    /// - Parameter mask: Of the sign alone, without paper around it.
    func sign(in mask: InkMask) -> Unicode.Scalar? { signOfParts(mask) ?? signOfRows(mask) }

    /// The sign where its chevron and its bars do not touch; the bars may slant, as in ⩾.
    private func signOfParts(_ mask: InkMask) -> Unicode.Scalar? {
        guard mask.width >= 6, mask.height >= 4, settings.proportion.contains(Double(mask.width) / Double(mask.height))
        else { return nil }
        let parts = mask.parts().filter { 5 * $0.box.width >= 3 * mask.width }
        guard parts.count == 2 || parts.count == 3, let chevron = parts.min(by: { $0.box.y0 < $1.box.y0 }) else {
            return nil
        }
        let bars = parts.filter { $0.box != chevron.box }
        guard Double(chevron.box.height) >= settings.chevronHeight * Double(mask.height),
            bars.allSatisfy({ bar in
                bar.box.midY > chevron.box.midY && bar.box.y1 > chevron.box.y1
                    && 3 * bar.area <= bar.box.width * mask.height
            }), let opensLeft = opensLeft(chevron.mask, bottom: chevron.mask.height)
        else { return nil }
        return bars.count == 1 ? (opensLeft ? "≥" : "≤") : (opensLeft ? "≧" : "≦")
    }

    /// The sign from how its rows are filled.
    private func signOfRows(_ mask: InkMask) -> Unicode.Scalar? {
        let (width, height) = (mask.width, mask.height)
        let proportion = Double(width) / Double(height)
        guard width >= 6, height >= 4, (settings.proportion.lowerBound...settings.widest).contains(proportion) else {
            return nil
        }
        let fills = (0..<height).map { y in
            Double((0..<width).count { mask.isInk[y * width + $0] }) / Double(width)
        }
        let bars = bars(in: fills)
        if bars.count == 2, bars[0].lowerBound <= 1, bars[1].upperBound >= height - 1 {
            let middle = bars[0].upperBound..<bars[1].lowerBound
            guard !middle.isEmpty, middle.allSatisfy({ fills[$0] <= settings.gapFill }), isEven(mask, bars) else {
                return nil
            }
            return "="
        }
        guard settings.proportion.contains(proportion) else { return nil }
        var bottom = height
        if let first = bars.first {
            guard bars.count <= 2, Double(first.lowerBound) >= settings.chevronHeight * Double(height),
                bars[bars.count - 1].upperBound >= height - 1
            else { return nil }
            bottom = first.lowerBound
            // Paper between the chevron and the bar tells ≥ from 2 and Z.
            var gap = bottom
            while gap > 0, fills[gap - 1] <= settings.gapFill { gap -= 1 }
            guard gap < bottom else { return nil }
            bottom = gap
        }
        guard let opensLeft = opensLeft(mask, bottom: bottom) else { return nil }
        switch (opensLeft, bars.count) {
        case (true, 0): return ">"
        case (false, 0): return "<"
        case (true, 1): return "≥"
        case (false, 1): return "≤"
        case (true, _): return "≧"
        case (false, _): return "≦"
        }
    }

    /// The sign whose strokes run into each other, from how many strokes lie one under the other on its open side: two
    /// arms, and one for each bar. Digits look alike to this: only for what is a sign of comparison anyway.
    func signOfStrokes(in mask: InkMask) -> Unicode.Scalar? {
        guard mask.width >= 6, mask.height >= 6, settings.proportion.contains(Double(mask.width) / Double(mask.height))
        else { return nil }
        let third = mask.width / 3
        guard let left = strokes(mask, in: 1..<max(2, third)),
            let right = strokes(mask, in: (mask.width - third)..<(mask.width - 1)), left != right
        else { return nil }
        switch max(left, right) {
        case 2: return left > right ? ">" : "<"
        case 3: return left > right ? "≥" : "≤"
        case 4: return left > right ? "≧" : "≦"
        default: return nil
        }
    }

    /// The usual number of thin runs of ink in the columns; nil where a stroke stands upright.
    private func strokes(_ mask: InkMask, in columns: Range<Int>) -> Int? {
        var counts: [Int] = []
        for x in columns {
            var count = 0
            var run = 0
            for y in 0...mask.height {
                if y < mask.height, mask.isInk[y * mask.width + x] {
                    run += 1
                } else if run > 0 {
                    guard Double(run) <= settings.strokeHeight * Double(mask.height) else { return nil }
                    count += 1
                    run = 0
                }
            }
            counts.append(count)
        }
        return counts.isEmpty ? nil : counts.sorted()[counts.count / 2]
    }

    private func bars(in fills: [Double]) -> [Range<Int>] {
        var bars: [Range<Int>] = []
        var start: Int?
        for row in 0...fills.count {
            let isFull = row < fills.count && fills[row] >= settings.barFill
            if isFull, start == nil { start = row }
            if !isFull, let first = start {
                bars.append(first..<row)
                start = nil
            }
        }
        return bars
    }

    /// The bars of = are of one length; those of 二 are not.
    private func isEven(_ mask: InkMask, _ bars: [Range<Int>]) -> Bool {
        let spans = bars.map { bar -> (Int, Int) in
            var (left, right) = (mask.width, 0)
            for y in bar {
                for x in 0..<mask.width where mask.isInk[y * mask.width + x] {
                    left = min(left, x)
                    right = max(right, x)
                }
            }
            return (left, right)
        }
        let slack = max(1, mask.width / 10)
        return abs(spans[0].0 - spans[1].0) <= slack && abs(spans[0].1 - spans[1].1) <= slack
            && 4 * mask.height <= 3 * mask.width + 4
    }

    /// Whether the chevron opens to the left, as in >; nil for no chevron.
    private func opensLeft(_ mask: InkMask, bottom: Int) -> Bool? {
        guard bottom >= 4 else { return nil }
        let band = max(1, mask.width / 6)
        func extent(_ columns: Range<Int>) -> (top: Int, bottom: Int)? {
            var (top, low) = (bottom, -1)
            for y in 0..<bottom {
                for x in columns where mask.isInk[y * mask.width + x] {
                    top = min(top, y)
                    low = max(low, y)
                }
            }
            return low >= 0 ? (top, low) : nil
        }
        guard let left = extent(0..<band), let right = extent((mask.width - band)..<mask.width) else { return nil }
        let size = Double(bottom)
        let leftSpread = Double(left.bottom - left.top + 1) / size
        let rightSpread = Double(right.bottom - right.top + 1) / size
        let opensLeft = leftSpread > rightSpread
        let tip = opensLeft ? right : left
        guard max(leftSpread, rightSpread) >= settings.openSpread, min(leftSpread, rightSpread) <= settings.tipSpread,
            abs(Double(tip.top + tip.bottom + 1) / 2 / size - 0.5) <= settings.tipOffset
        else { return nil }
        // The side that is open has paper in its middle.
        let columns = opensLeft ? 0..<(mask.width / 3) : (mask.width - mask.width / 3)..<mask.width
        let rows = (bottom * 2 / 5)..<max(bottom * 2 / 5 + 1, bottom * 3 / 5)
        var ink = 0
        for y in rows { for x in columns where mask.isInk[y * mask.width + x] { ink += 1 } }
        return Double(ink) <= settings.hollow * Double(rows.count * columns.count) ? opensLeft : nil
    }
}

extension InkMask {
    /// The groups of touching pixels, each with a mask of its own; for small masks.
    func parts() -> [(box: PixelBox, area: Int, mask: InkMask)] {
        var left = isInk
        var parts: [(box: PixelBox, area: Int, mask: InkMask)] = []
        for start in left.indices where left[start] {
            var places: [Int] = []
            var stack = [start]
            left[start] = false
            var box = PixelBox(x0: width, y0: height, x1: 0, y1: 0)
            while let place = stack.popLast() {
                places.append(place)
                let (x, y) = (place % width, place / width)
                box = box.union(PixelBox(x0: x, y0: y, x1: x + 1, y1: y + 1))
                for ny in max(0, y - 1)...min(height - 1, y + 1) {
                    for nx in max(0, x - 1)...min(width - 1, x + 1) where left[ny * width + nx] {
                        left[ny * width + nx] = false
                        stack.append(ny * width + nx)
                    }
                }
            }
            var part = [Bool](repeating: false, count: box.width * box.height)
            for place in places { part[(place / width - box.y0) * box.width + place % width - box.x0] = true }
            parts.append((box, places.count, InkMask(width: box.width, height: box.height, isInk: part)))
        }
        return parts
    }
}
