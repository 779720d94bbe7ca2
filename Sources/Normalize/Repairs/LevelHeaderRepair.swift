internal import PageModel

/// Tells which level a garbled header of the levels stands for.
///
/// Engines lose a lone 一, and what is left of 一级指标 could be the header of any level: the labels below decide, or the
/// neighbours.
struct LevelHeaderRepair {
    let dictionary: FormDictionary
    var settings = OCRSettings.standard

    /// - Parameter below: The rows after the header.
    func mend(_ row: inout FormRow, below: some Collection<FormRow>) {
        // From the right: the deepest level is the one that keeps its number.
        for index in row.cells.indices.reversed() where !row.cells[index].text.isEmpty {
            guard dictionary.column(row.cells[index].text) == nil, !dictionary.isCaption(row.cells[index].text) else {
                continue
            }
            let words = dictionary.columnTerms.words(nearSurelyRead: row.cells[index].text)
            guard words.count > 1 else { continue }
            let roles = words.map { dictionary.column($0) }
            guard roles.allSatisfy({ $0?.depth != nil }) else { continue }
            guard let role = role(of: index, in: row, below: below) else { continue }
            let fitting = zip(words, roles).filter { $1 == role }.map(\.0)
            guard fitting.count == 1 else { continue }
            row.cells[index].mend(fitting[0], as: .ocrLexicon, confidence: settings.mendedLabel)
        }
    }

    /// The level that belongs at a place of the header: that of the labels below, or the one next to its neighbours.
    /// Nil where nothing tells it, or the neighbours contradict each other.
    private func role(of index: Int, in row: FormRow, below: some Collection<FormRow>) -> ColumnRole? {
        if let held = depth(ofLabelsAt: row.cells[index].box.midX, in: below, of: row) {
            return ColumnRole(depth: held)
        }
        let before = index > 0 ? dictionary.column(row.cells[index - 1].text)?.depth : nil
        let behind = index + 1 < row.cells.count ? dictionary.column(row.cells[index + 1].text)?.depth : nil
        let depths = Set([before.map { $0 + 1 }, behind.map { $0 - 1 }].compactMap { $0 })
        return depths.count == 1 ? depths.first.flatMap { ColumnRole(depth: $0) } : nil
    }

    /// 1 or 2 where the first label below is one of that level alone.
    private func depth(ofLabelsAt x: Double, in rows: some Collection<FormRow>, of header: FormRow) -> Int? {
        for row in rows {
            guard row.origin == header.origin, row.page == header.page else { return nil }
            guard let text = row.cell(at: x)?.text, !text.isEmpty else { continue }
            switch (dictionary.level1Code(text), dictionary.level2Code(text)) {
            case (.some, nil): return 1
            case (nil, .some): return 2
            default: continue
            }
        }
        return nil
    }
}

extension ColumnRole {
    fileprivate init?(depth: Int) {
        guard let role = Self.allCases.first(where: { $0.depth == depth }) else { return nil }
        self = role
    }

    /// 1, 2 or 3 for the columns of the levels.
    fileprivate var depth: Int? {
        switch self {
        case .level1: 1
        case .level2: 2
        case .level3: 3
        default: nil
        }
    }
}
