/// Tolerances of the table stage, one group for each step.
///
/// Lengths are in points or, where a setting says so, in em: the height of a line of common type. Shares are 0…1.
/// `validated()` tells which setting makes no sense.
public struct TableSettings: Sendable, Hashable {
    /// Reads every table by this method; nil lets each table choose.
    public var method: TableMethod?
    /// What the user marked as tables; nothing else is looked for then.
    public var marks = TableMarks()
    public var rulings = Rulings()
    public var lattice = Lattice()
    public var refining = Refining()
    public var words = Words()
    public var columns = Columns()
    public var rows = Rows()
    public var labels = Labels()
    public var header = Header()
    public var prose = Prose()
    public var regions = Regions()
    public var ruled = Ruled()
    public var typed = Typed()
    public var shading = Shading()
    public var judging = Judging()
    public var joining = Joining()
    public var confidence = Confidence()
    public var continuation = Continuation()

    public init() {}
}
