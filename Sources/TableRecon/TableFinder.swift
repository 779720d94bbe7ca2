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
        guard turn != .none else { return uprightLayout(of: page, trace: &trace) }
        let upright = page.turnedUpright(from: turn)
        let placement = Placement(turn: turn, page: page.bounds)
        let layout = uprightLayout(of: upright, trace: &trace).turnedBack(by: placement)
        trace = trace?.turnedBack(by: placement)
        return layout
    }

    private func uprightLayout(of page: PageContent, trace: inout TableTrace?) -> PageLayout {
        var page = page
        page = TypedGrid(settings: settings).drawn(page)
        if settings.method == .stream { page.rulings = [] }
        trace?.rulings = page.rulings
        var (lattices, drawings, outside) = lattices(in: page, trace: &trace)
        if settings.method == .mixed || settings.method == .stream {
            outside = page.runs.filter { !$0.isDecoration }.map { TextFragment($0) }
            (lattices, drawings) = ([], [])
            trace?.candidates = []
        }
        var streams: [TableGrid] = []
        var rest = outside
        if settings.method != .lattice {
            (streams, rest) = StreamFinder(settings: settings).find(
                in: outside, rulings: page.rulings, taken: (lattices + drawings).map(\.box), trace: &trace)
        }
        rest += drawings.flatMap { $0.fragments.flatMap { $0 } }
        let cellText = CellText(settings: settings)
        let limit = min(
            page.isDrawingPartial ? settings.confidence.partialDrawing : 1,
            page.lacksCharacters ? settings.confidence.missingText : 1)
        let tables = (lattices + streams).map { $0.table(page: page.number, text: cellText).doubted(limit) }
            .sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
        let lines = LineBuilder(settings: settings).pieces(of: rest)
        return PageLayout(
            number: page.number, width: page.width, height: page.height, tables: tables, lines: lines,
            imageCoverage: page.imageCoverage, skew: page.skew, notes: page.notes)
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
