internal import Foundation

/// How many of those that were looked at are right, with what that says of all others.
public struct Proportion: Hashable, Sendable {
    public var right = 0
    public var all = 0

    /// Standard deviations to each side that hold 95 of 100 samples.
    private static let width = 1.959964

    public init(right: Int = 0, all: Int = 0) {
        self.right = right
        self.all = all
    }

    /// 0…1; nil where nothing was looked at.
    public var share: Double? { all > 0 ? Double(right) / Double(all) : nil }

    /// Within which the share of all others lies with a probability of 95 %, after Wilson (1927); nil where nothing was
    /// looked at.
    public var interval: ClosedRange<Double>? {
        guard let share else { return nil }
        let (count, z) = (Double(all), Self.width)
        let middle = (share + z * z / (2 * count)) / (1 + z * z / count)
        let reach = z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        return max(0, middle - reach)...min(1, middle + reach)
    }

    mutating func add(isRight: Bool) {
        all += 1
        if isRight { right += 1 }
    }
}
