public import PageModel

/// The table stage: from a page's runs and ruling lines to its tables and the lines of text around them.
public struct TableFinder: Sendable {
    public var settings: TableSettings

    public init(settings: TableSettings = TableSettings()) {
        self.settings = settings
    }

    /// The layout of one page. A pure function of the page.
    public func layout(of page: PageContent) -> PageLayout {
        var trace: TableTrace?
        return layout(of: page, trace: &trace)
    }

    /// The layout of one page, and what each step found on the way.
    public func traced(_ page: PageContent) -> (layout: PageLayout, trace: TableTrace) {
        var trace: TableTrace? = TableTrace()
        let layout = layout(of: page, trace: &trace)
        return (layout, trace ?? TableTrace())
    }

    /// - Parameter trace: Nil keeps nothing of the steps.
    private func layout(of page: PageContent, trace: inout TableTrace?) -> PageLayout {
        let turn = page.commonTurn
        let areas = settings.marks.boxes(on: page)
        guard turn != .none else { return uprightLayout(of: page, areas: areas, trace: &trace) }
        let upright = page.turnedUpright(from: turn)
        let placement = Placement(turn: turn, page: page.bounds)
        let layout = uprightLayout(of: upright, areas: areas?.map(placement.upright), trace: &trace)
            .turnedBack(by: placement)
        trace = trace?.turnedBack(by: placement)
        return layout
    }

    /// - Parameter areas: What the user marked; nil where tables are looked for.
    private func uprightLayout(
        of page: PageContent, areas: [Rect]?, trace: inout TableTrace?
    ) -> PageLayout {
        var page = page
        page = TypedGrid(settings: settings).drawn(page)
        if settings.method == .stream { page.rulings = [] }
        trace?.rulings = page.rulings
        let (tables, rest) =
            areas.map { MarkedTables(settings: settings).find(in: page, areas: $0, trace: &trace) }
            ?? found(in: page, trace: &trace)
        let cellText = CellText(settings: settings)
        let limit = min(
            page.isDrawingPartial ? settings.confidence.partialDrawing : 1,
            page.lacksCharacters ? settings.confidence.missingText : 1)
        let sorted = tables.map { $0.table(page: page.number, text: cellText).doubted(limit) }
            .sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
        let lines = LineBuilder(settings: settings).pieces(of: rest)
        return PageLayout(
            number: page.number, width: page.width, height: page.height, tables: sorted, lines: lines,
            imageCoverage: page.imageCoverage, skew: page.skew, notes: page.notes)
    }

    /// The tables of an upright page, and the text that stands in none of them.
    private func found(
        in page: PageContent, trace: inout TableTrace?
    ) -> (tables: [TableGrid], rest: [TextFragment]) {
        var (ruled, lattices, drawings, outside) = drawnTables(in: page, trace: &trace)
        if settings.method == .mixed || settings.method == .stream {
            outside = page.runs.filter { !$0.isDecoration }.map { TextFragment($0) }
            (ruled, lattices, drawings) = ([], [], [])
            trace?.candidates = []
        }
        var streams: [TableGrid] = []
        var rest = outside
        if settings.method != .lattice {
            (streams, rest) = StreamFinder(settings: settings).find(
                in: outside, rulings: page.rulings, taken: (ruled + lattices + drawings).map(\.box), trace: &trace)
        }
        rest += drawings.flatMap { $0.fragments.flatMap { $0 } }
        return (ruled + lattices + streams, rest)
    }

    /// The tables between rules, the tables and drawings that lines of both axes hold together, and the text in none of
    /// them.
    private func drawnTables(
        in page: PageContent, trace: inout TableTrace?
    ) -> (ruled: [TableGrid], lattices: [TableGrid], drawings: [TableGrid], outside: [TextFragment]) {
        guard settings.method == nil, page.rulings.count <= settings.rulings.largestCount else {
            let (tables, drawings, outside) = lattices(in: page, trace: &trace)
            return ([], tables, drawings, outside)
        }
        let finder = RuledTables(settings: settings)
        var ruled = finder.find(in: page, trace: &trace)
        let before = trace
        var found = lattices(in: page.without(linesIn: ruled), trace: &trace)
        let others = (found.tables + found.drawings).map(\.box)
        if ruled.contains(where: { $0.box.lies(over: others) }) {
            // What lines of both axes hold together goes first.
            ruled.removeAll { $0.box.lies(over: others) }
            trace = before
            found = lattices(in: page.without(linesIn: ruled), trace: &trace)
        }
        return (ruled, found.tables, found.drawings, finder.outside(ruled, of: found.outside))
    }

    /// The tables and drawings made of ruling lines, and the text in neither.
    private func lattices(
        in page: PageContent, trace: inout TableTrace?
    ) -> (tables: [TableGrid], drawings: [TableGrid], outside: [TextFragment]) {
        var (found, outside) = LatticeFinder(settings: settings).find(in: page, trace: &trace)
        found = found.map { $0.trimmed(settings) }
        let judge = LatticeJudge(settings: settings)
        let refiner = LatticeRefiner(settings: settings)
        var tables: [TableGrid] = []
        var drawings: [TableGrid] = []
        for grid in found {
            if settings.method != .lattice, let refined = refiner.refined(grid, rulings: page.rulings) {
                tables.append(refined)
                trace?.candidates.append(TableTrace.Candidate(refined))
                continue
            }
            let rejection = judge.rejection(of: grid)
            trace?.candidates.append(TableTrace.Candidate(grid, rejection: rejection))
            switch rejection {
            case nil: tables.append(grid)
            case .drawing: drawings.append(grid)
            default: outside += grid.fragments.flatMap { $0 }
            }
        }
        return (tables, drawings, outside)
    }
}

extension PageContent {
    /// The page without the ruling lines in some tables.
    fileprivate func without(linesIn tables: [TableGrid]) -> PageContent {
        guard !tables.isEmpty else { return self }
        var page = self
        let boxes = tables.map { $0.box.expandedBy(1) }
        page.rulings.removeAll { line in boxes.contains { $0.contains(line.box) } }
        return page
    }

    /// Whether cells may lack characters.
    fileprivate var lacksCharacters: Bool { notes.contains { $0.code == .charactersMissing } }

    /// Whether ruling lines may be missing.
    fileprivate var isDrawingPartial: Bool {
        notes.contains { $0.code == .drawingTruncated || $0.code == .drawingUnreadable }
    }
}

extension Table {
    /// The table with no confidence above a limit.
    fileprivate func doubted(_ limit: Double) -> Table {
        guard limit < 1 else { return self }
        var table = self
        table.confidence = min(confidence, limit)
        for index in cells.indices { table.cells[index].confidence = min(cells[index].confidence, limit) }
        return table
    }
}
