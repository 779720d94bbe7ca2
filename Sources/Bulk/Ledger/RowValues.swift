internal import GRDB
internal import Pipeline

/// Values of a ledger that need not be what was once written: a damaged one is an error, never a trap.
extension Row {
    func value<Value: DatabaseValueConvertible>(_ index: Int, as type: Value.Type = Value.self) throws -> Value {
        guard let value = try optional(index, as: type) else { throw Self.damage }
        return value
    }

    func optional<Value: DatabaseValueConvertible>(_ index: Int, as type: Value.Type = Value.self) throws -> Value? {
        let stored: DatabaseValue = self[index]
        if stored.isNull { return nil }
        guard let value = Value.fromDatabaseValue(stored) else { throw Self.damage }
        return value
    }

    static var damage: DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a value is not of its kind")
    }
}

extension Int {
    /// The sum; figures of a damaged ledger may be of any size.
    func addingClamped(_ other: Int) -> Int {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? (other > 0 ? .max : .min) : sum
    }
}
