extension InkMask {
    /// Whether a column has ink, from left to right.
    package var inkedColumns: [Bool] { (0..<width).map { x in (0..<height).contains { isInk[$0 * width + x] } } }

    /// The first columns from one on that have ink, up to a blank one.
    package static func piece(of inked: [Bool], from column: Int) -> Range<Int>? {
        guard let start = inked[column...].firstIndex(of: true) else { return nil }
        return start..<(inked[start...].firstIndex(of: false) ?? inked.count)
    }

    /// The ink of some columns, without paper above and below; nil without ink.
    package func trimmed(to columns: Range<Int>) -> InkMask? {
        guard let rows = rows(of: columns) else { return nil }
        let part = rows.flatMap { y in isInk[(y * width + columns.lowerBound)..<(y * width + columns.upperBound)] }
        return InkMask(width: columns.count, height: rows.count, isInk: part)
    }

    /// The rows from the first to the last ink of some columns; nil without ink.
    package func rows(of columns: Range<Int>) -> Range<Int>? {
        let hasInk = { (y: Int) in columns.contains { isInk[y * width + $0] } }
        guard let top = (0..<height).first(where: hasInk), let bottom = (0..<height).last(where: hasInk) else {
            return nil
        }
        return top..<(bottom + 1)
    }
}

extension [Bool] {
    /// The runs of `true`, from left to right.
    package var pieces: [Range<Int>] {
        var pieces: [Range<Int>] = []
        var end = 0
        while let piece = InkMask.piece(of: self, from: end) {
            pieces.append(piece)
            end = piece.upperBound
        }
        return pieces
    }
}

extension Range<Int> {
    /// Between the first and the last.
    package var middle: Double { Double(lowerBound + upperBound) / 2 }
}
