internal import PageModel

/// Tells which tables carry on a table of the page before.
///
/// Takes a document's pages in order and remembers the end of one page at a time. Only the first table of a page can
/// carry on another one, and only the last table of the page before: its column borders must agree, nothing but page
/// furniture may stand between the two, and it must not open like a new table of the same kind.
public struct ContinuationTracker: Sendable {
    public var settings: TableSettings.Continuation
    private var last: PageEnd?

    public init(settings: TableSettings.Continuation = TableSettings.Continuation()) {
        self.settings = settings
    }

    /// The layout with `continues` set in its first table where that carries on the last one of the page before.
    ///
    /// - Parameter layout: The next page in order; a page left out ends what could be carried on.
    public mutating func link(_ layout: PageLayout) -> PageLayout {
        var layout = layout
        for index in layout.tables.indices { layout.tables[index].continues = nil }
        let page = UprightPage(layout, settings: settings)
        guard let first = page.tables.first, let final = page.tables.last else {
            last = nil
            return layout
        }
        var head = TableOpening(final, settings: settings)
        if let last, last.page == layout.number - 1, carriesOn(last, by: first, on: page) {
            layout.tables[0].continues = last.table
            if page.tables.count == 1 { head = last.opening }
        }
        last = PageEnd(
            page: layout.number, table: TableRef(page: layout.number, table: layout.tables.count), last: final,
            opening: head, lineTexts: Set(layout.lines.map { $0.text.withoutDigits }),
            isClosed: page.lines.contains { line in
                line.box.y0 >= final.box.y1 - settings.overlap && !isFurniture(line, on: page)
                    && !hangs(line, from: final, on: page)
            })
        return layout
    }

    private func carriesOn(_ end: PageEnd, by table: UprightTable, on page: UprightPage) -> Bool {
        guard !end.isClosed, columnsAgree(end.last, table) else { return false }
        guard !TableOpening(table, settings: settings).isSameKindOfStart(as: end.opening) else { return false }
        return page.lines.allSatisfy { line in
            line.box.y1 > table.box.y0 + settings.overlap || isFurniture(line, on: page)
                || end.lineTexts.contains(line.text.withoutDigits)
                || line.text.saysContinued(within: settings.longestNotice)
        }
    }

    // MARK: What stands between

    /// A page number or a running header: short, and near the upper or lower edge of the page.
    private func isFurniture(_ line: UprightLine, on page: UprightPage) -> Bool {
        let band = settings.furnitureBand * page.height
        guard line.box.y1 <= band || line.box.y0 >= page.height - band else { return false }
        return line.box.width <= settings.furnitureWidth * page.width
    }

    /// A label in the middle of a merged cell that the page break cuts: some producers print it below the table.
    private func hangs(_ line: UprightLine, from table: UprightTable, on page: UprightPage) -> Bool {
        guard line.box.y1 >= page.height - 2 * settings.furnitureBand * page.height,
            line.box.y0 - table.box.y1 <= settings.hangingGap * line.box.height
        else { return false }
        return zip(table.edges, table.edges.dropFirst()).contains { left, right in
            line.box.x0 >= left - settings.overlap && line.box.x1 <= right + settings.overlap
        }
    }

    // MARK: Columns

    private func columnsAgree(_ upper: UprightTable, _ lower: UprightTable) -> Bool {
        if bordersAgree(upper.edges, lower.edges) { return true }
        guard upper.method != .lattice || lower.method != .lattice else { return false }
        return bandsAgree(upper.bands, lower.bands)
    }

    /// The outer borders agree, and nearly all inner ones of the part with fewer are borders of the other one too.
    ///
    /// Not the other way round: the rows on one side of the page break often use few of the table's columns.
    private func bordersAgree(_ upper: [Double], _ lower: [Double]) -> Bool {
        guard upper.count >= 2, lower.count >= 2 else { return false }
        guard abs(upper[0] - lower[0]) <= settings.borderTolerance,
            abs(upper[upper.count - 1] - lower[lower.count - 1]) <= settings.borderTolerance
        else { return false }
        let (fewer, more) = upper.count < lower.count ? (upper, lower) : (lower, upper)
        let inner = fewer.dropFirst().dropLast()
        let agreeing = inner.count { edge in more.contains { abs($0 - edge) <= settings.borderTolerance } }
        return Double(agreeing) >= settings.agreeingPart * Double(inner.count)
    }

    /// Without lines a column's borders lie anywhere in the white beside it: compare where its text stands.
    private func bandsAgree(_ upper: [ClosedRange<Double>?], _ lower: [ClosedRange<Double>?]) -> Bool {
        guard upper.count == lower.count, upper.count >= 2 else { return false }
        let pairs = zip(upper, lower).compactMap { upper, lower in
            upper.flatMap { upper in lower.map { (upper, $0) } }
        }
        guard pairs.count >= 2 else { return false }
        let agreeing = pairs.count { upper, lower in
            let common = min(upper.upperBound, lower.upperBound) - max(upper.lowerBound, lower.lowerBound)
            let narrower = min(upper.upperBound - upper.lowerBound, lower.upperBound - lower.lowerBound)
            return common >= settings.bandOverlap * narrower
        }
        return Double(agreeing) >= settings.agreeingPart * Double(pairs.count)
    }
}

/// What a page leaves to be carried on.
private struct PageEnd: Sendable {
    var page: Int
    var table: TableRef
    var last: UprightTable
    /// How the first part of the table opens.
    var opening: TableOpening
    /// The page's lines outside tables, digits left out: a title printed again on each page is no end of the table.
    var lineTexts: Set<String>
    /// Text below the last table ends it.
    var isClosed: Bool
}

extension String {
    fileprivate var withoutDigits: String { String(unicodeScalars.filter { !$0.isDigit && $0 != " " }) }

    /// "续表", "表2（续）", "Table 2 (continued)".
    fileprivate func saysContinued(within longest: Int) -> Bool {
        let text = lowercased()
        return text.unicodeScalars.count <= longest
            && ["续表", "续上表", "(续", "（续", "continued", "(cont"].contains { text.contains($0) }
    }
}
