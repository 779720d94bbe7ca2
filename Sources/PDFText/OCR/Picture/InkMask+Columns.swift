extension InkMask {
    /// Whether a column has ink, from left to right.
    var inkedColumns: [Bool] { (0..<width).map { x in (0..<height).contains { isInk[$0 * width + x] } } }

    /// The first columns from one on that have ink, up to a blank one.
    static func piece(of inked: [Bool], from column: Int) -> Range<Int>? {
        guard let start = inked[column...].firstIndex(of: true) else { return nil }
        return start..<(inked[start...].firstIndex(of: false) ?? inked.count)
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
