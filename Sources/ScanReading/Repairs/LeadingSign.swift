internal import PageImage
internal import PageModel

/// A sign of comparison that opens a line, told by its shape.
struct LeadingSign {
    let sign: Unicode.Scalar
    /// Where it stands, in pixels from the left of the line.
    let columns: Range<Int>

    /// Told from what is easily taken for it: < and > alone look like parts of characters.
    var hasBar: Bool { sign != "<" && sign != ">" }

    /// Told by its strokes only, which run into each other: digits may look alike.
    private(set) var isVague = false

    /// Nothing stands behind it.
    private(set) var isAlone = false

    /// Told by four strokes on one side and three on the other, more than any digit has.
    var isDoublyBarred: Bool { sign == "≦" || sign == "≧" }

    /// - Returns: nil where the first piece of ink has any other shape.
    init?(in line: GrayImage, settings: TesseractSettings) {
        let shape = ComparatorShape(settings: settings.signs)
        var other: LeadingSign?
        guard let start = InkExtent(of: line, leastContrast: settings.leastContrast, share: settings.inkShare)?.first
        else { return nil }
        // A sign and some digits behind it: no more of a long line need be looked at.
        let front = GrayImage(line, columns: 0..<min(line.width, start + settings.signReach * line.height))
        // At one darkness or another the parts of the sign come apart.
        for share in settings.signs.inkShares {
            let ink = InkMask(levelled: front, inkShare: share)
            let inked = ink.inkedColumns
            guard let columns = InkMask.piece(of: inked, from: 0), let mask = ink.trimmed(to: columns) else { continue }
            if let sign = shape.sign(in: mask) {
                let isWide = sign == "=" && Self.isWide(columns, in: inked, limit: settings.wideSign)
                var found = LeadingSign(sign: isWide ? "＝" : sign, columns: columns)
                found.isAlone = !inked[columns.upperBound...].contains(true)
                if found.hasBar {
                    self = found
                    return
                }
                other = found
            } else if other == nil, let sign = shape.signOfStrokes(in: mask) {
                var found = LeadingSign(sign: sign, columns: columns)
                found.isVague = true
                found.isAlone = !inked[columns.upperBound...].contains(true)
                if found.hasBar { other = found }
            }
        }
        guard let other else { return nil }
        self = other
    }

    private init(sign: Unicode.Scalar, columns: Range<Int>) {
        self.sign = sign
        self.columns = columns
    }

    /// Whether the sign is much wider than the pieces behind it.
    private static func isWide(_ sign: Range<Int>, in inked: [Bool], limit: Double) -> Bool {
        let widths = inked.pieces.filter { $0.lowerBound >= sign.upperBound }.map(\.count)
        guard !widths.isEmpty else { return false }
        return Double(sign.count) >= limit * Double(widths.sorted()[widths.count / 2])
    }
}

extension GrayImage {
    /// Some columns of a picture.
    init(_ image: GrayImage, columns: Range<Int>) {
        self = image.columns(from: columns.lowerBound, to: columns.upperBound, paper: 255)
    }
}
