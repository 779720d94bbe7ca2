/// The power of ten in which the bare figures of a funding block count, as its captions and labels give it one after
/// another.
struct MoneyScale {
    private(set) var conflicts: [UnitConflict] = []
    private let ofForm: Int?
    /// From the block's caption or the label of its total.
    private var ofBlock: Int?
    /// From the first label of a row, for the rest of it.
    private var ofRow: Int?

    init(ofForm power: Int?) { ofForm = power }

    /// Of a bare figure; 元 where nothing else is said.
    var power: Int { ofRow ?? ofBlock ?? ofForm ?? 0 }

    /// A caption begins a block: its unit holds until another one comes.
    mutating func take(caption: String) {
        guard let power = MoneyUnit.power(in: caption) else { return }
        ofRow = nil
        ofBlock = nil
        compare(power, in: caption)
        ofBlock = power
    }

    mutating func startRow() { ofRow = nil }

    /// The unit in a total's label holds for its parts, that in any other for its row.
    mutating func take(label: String, isTotal: Bool) {
        guard let power = MoneyUnit.power(in: label) else { return }
        compare(power, in: label)
        if isTotal { ofBlock = power } else { ofRow = power }
    }

    /// Keeps a conflict where a unit differs from the one in force.
    mutating func compare(_ power: Int, in label: String) {
        guard let inForce = ofRow ?? ofBlock ?? ofForm, inForce != power else { return }
        conflicts.append(UnitConflict(label: label, expected: inForce, found: power))
    }
}
