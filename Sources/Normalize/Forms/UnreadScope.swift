internal import PageModel

/// Which records of a form text that nothing took up may belong to.
///
/// Text in the head or the funding block takes nothing from an indicator; text in or beside the rows of the indicator
/// table may be a part of them, and text in a header may change what every one of them means.
struct UnreadScope {
    private let rows: [FormRow]
    private let headerRows: Set<Int>
    /// The records that begin in a row, by the row's place.
    private var records: [Int: [Int]] = [:]

    /// - Parameters:
    ///   - rows: All rows that the form was read from.
    ///   - headerRows: Places of the rows of its indicator headers.
    ///   - indicators: The form's records.
    init(rows: [FormRow], headerRows: Set<Int>, indicators: [IndicatorRecord]) {
        self.rows = rows
        self.headerRows = headerRows
        let places = Dictionary(
            rows.indices.map { (Place(page: rows[$0].page, box: rows[$0].pageBox), $0) },
            uniquingKeysWith: { first, _ in first })
        for (index, record) in indicators.enumerated() {
            guard let row = places[Place(page: record.source.page, box: record.source.box)] else { continue }
            records[row, default: []].append(index)
        }
    }

    private struct Place: Hashable {
        var page: Int
        var box: Rect
    }

    /// Places in the form of the records that begin in a row.
    func records(beginningIn row: Int) -> [Int] { records[row] ?? [] }

    /// - Parameters:
    ///   - cells: Cells that nothing took up.
    ///   - row: The place of the row that they begin in.
    /// - Returns: Places of the records in the form; nil for all of them.
    func records(concernedBy cells: [FormCell], at row: Int) -> Set<Int>? {
        if headerRows.contains(row) { return nil }
        let beside = cells.flatMap { cell in
            rows[row...].indices.prefix { $0 == row || rows[$0].cells.contains { $0.id == cell.id } }
        }
        let own = Set(beside.flatMap { records[$0] ?? [] })
        return own.isEmpty ? neighbours(of: row) : own
    }

    /// The records above and below a row that holds none: the last one for what follows the table. All
    /// where it stands between a header and the first of its records, and may be a line of the header.
    private func neighbours(of row: Int) -> Set<Int>? {
        let header = headerRows.filter { $0 < row }.max()
        let above = records.keys.filter { $0 < row }.max()
        let below = records.keys.filter { $0 > row }.min()
        if let header, below != nil, header > above ?? -1 { return nil }
        // Above the first header stands the head.
        guard let above else { return [] }
        return Set([above, below].compactMap { $0 }.flatMap { records[$0] ?? [] })
    }
}
