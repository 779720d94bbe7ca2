/// The numbers before an operator; of more than fit, the first are dropped, as operators use the last.
struct OperandStack {
    private static let capacity = 64

    private var storage: ContiguousArray<Double> = []
    private(set) var count = 0

    subscript(index: Int) -> Double { storage[index] }

    var last: Double? { count > 0 ? storage[count - 1] : nil }

    var values: [Double] { Array(storage[..<count]) }

    mutating func push(_ value: Double) {
        if count == Self.capacity {
            for index in 0..<(count / 2) { storage[index] = storage[count / 2 + index] }
            count /= 2
        }
        if count < storage.count { storage[count] = value } else { storage.append(value) }
        count += 1
    }

    mutating func clear() { count = 0 }
}
