public import PageModel

/// Where the user says that tables are, for pages on which the automatic choice fails.
public struct TableMarks: Codable, Hashable, Sendable {
    /// An area that is one table.
    public struct Area: Codable, Hashable, Sendable {
        /// From 1.
        public var page: Int
        /// On the page as displayed, in points.
        public var box: Rect

        public init(page: Int, box: Rect) {
            self.page = page
            self.box = box
        }
    }

    public var areas: [Area]
    /// The x of the borders between columns, ascending, in points on the page with its text upright; with none of its
    /// own a table finds them. They hold for all areas, or without areas for whole pages.
    public var columns: [Double]

    public init(areas: [Area] = [], columns: [Double] = []) {
        self.areas = areas
        self.columns = columns.sorted()
    }

    public var isEmpty: Bool { areas.isEmpty && columns.isEmpty }

    /// The marked areas of a page, nil where all is left to the program.
    func boxes(on page: PageContent) -> [Rect]? {
        if isEmpty { return nil }
        return areas.isEmpty ? [page.bounds] : areas.filter { $0.page == page.number }.map(\.box)
    }
}

extension TableMarks.Area {
    /// Reads `PAGE:x0,y0,x1,y1`; nil for anything else and for an area without width or height.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let page = Int(parts[0]), page >= 1 else { return nil }
        let sides = parts[1].split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard sides.count == 4, let x0 = sides[0], let y0 = sides[1], let x1 = sides[2], let y1 = sides[3],
            [x0, y0, x1, y1].allSatisfy(\.isFinite), x0 < x1, y0 < y1
        else { return nil }
        self.init(page: page, box: Rect(x0: x0, y0: y0, x1: x1, y1: y1))
    }
}
