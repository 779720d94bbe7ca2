internal import PageModel

/// Finds the rows whose level label a page break has put on the next page.
///
/// A form that leaves level cells blank to say "as above" does so row by row; a merged cell cut by the page is the only
/// blank one of its column, and reaches to the bottom of its page.
struct CutLabels {
    private struct Candidate {
        var cell: Int
        var page: Int
        /// The first record beside the blank cell.
        var record: Int
        /// The cell begins with its page: it may carry on the label of the page before.
        var opensPage: Bool
        /// In points.
        var height: Double
    }

    private var lastPages: [ColumnRole: Int] = [:]

    private var candidates: [ColumnRole: Candidate] = [:]
    private var blanks: [ColumnRole: Int] = [:]

    /// Takes note of a row's level cell.
    ///
    /// - Parameter records: How many records stand before this row.
    /// - Returns: The first record that the cell's label belongs to as well, when it is the lower half of a cut cell.
    mutating func start(of role: ColumnRole, cell: FormCell, row: FormRow, records: Int) -> Int? {
        defer { lastPages[role] = row.page }
        guard cell.isOwn else { return nil }
        if cell.text.isEmpty {
            blanks[role, default: 0] += 1
            candidates[role] = Candidate(
                cell: cell.id, page: row.page, record: records, opensPage: row.page != lastPages[role] && records > 0,
                height: cell.box.height)
            return nil
        }
        defer { candidates[role] = nil }
        guard let candidate = candidates[role], row.continuesTable, candidate.page == row.page - 1 else { return nil }
        // A cell that takes a whole page carries on what stands before, unless more of it lies behind: the label is
        // printed in the part that holds the middle.
        guard !candidate.opensPage || cell.box.height > candidate.height else { return nil }
        return blanks[role] == 1 && candidate.record < records ? candidate.record : nil
    }
}
