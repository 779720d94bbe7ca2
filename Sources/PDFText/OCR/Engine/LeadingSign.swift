/// A sign of comparison that opens a line, told by its shape.
struct LeadingSign {
    let sign: Unicode.Scalar
    /// Where it stands, in pixels from the left of the line.
    let columns: Range<Int>

    /// Told from what is easily taken for it: < and > alone look like parts of characters.
    var hasBar: Bool { sign != "<" && sign != ">" }

    /// - Returns: nil where the first piece of ink has any other shape.
    init?(in line: GrayImage, settings: OCRSettings = OCRSettings()) {
        let shape = ComparatorShape(settings: settings.signs)
        var chevron: LeadingSign?
        // At one darkness or another the parts of the sign come apart.
        for share in settings.signInkShares {
            let ink = InkMask(levelled: line, inkShare: share)
            guard let columns = ink.firstPiece(), let mask = ink.trimmed(to: columns), let sign = shape.sign(in: mask)
            else { continue }
            let found = LeadingSign(sign: sign, columns: columns)
            if found.hasBar {
                self = found
                return
            }
            chevron = chevron ?? found
        }
        guard let chevron else { return nil }
        self = chevron
    }

    private init(sign: Unicode.Scalar, columns: Range<Int>) {
        self.sign = sign
        self.columns = columns
    }
}

extension InkMask {
    /// Whether a column has ink, from left to right.
    var inkedColumns: [Bool] { (0..<width).map { x in (0..<height).contains { isInk[$0 * width + x] } } }

    /// The columns of the ink left of the first blank column.
    fileprivate func firstPiece() -> Range<Int>? {
        let columns = inkedColumns
        guard let start = columns.firstIndex(of: true) else { return nil }
        return start..<(columns[start...].firstIndex(of: false) ?? width)
    }

    /// The ink of some columns, without paper above and below; nil without ink.
    func trimmed(to columns: Range<Int>) -> InkMask? {
        let rows = (0..<height).filter { y in columns.contains { isInk[y * width + $0] } }
        guard let top = rows.first, let bottom = rows.last else { return nil }
        let part = (top...bottom).flatMap { y in
            isInk[(y * width + columns.lowerBound)..<(y * width + columns.upperBound)]
        }
        return InkMask(width: columns.count, height: bottom - top + 1, isInk: part)
    }
}

extension GrayImage {
    /// Some columns of a picture.
    init(_ image: GrayImage, columns: Range<Int>) {
        self = image.columns(from: columns.lowerBound, to: columns.upperBound, paper: 255)
    }
}
