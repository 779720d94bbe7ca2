package import PageModel

/// A line in short: axis, position, start, end, rounded to a tenth of a point, and "dashed" where it is.
package func short(_ lines: [RulingLine]) -> [String] {
    func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 + 0 }
    return lines.map {
        "\($0.axis == .horizontal ? "h" : "v") \(tenth($0.position)) \(tenth($0.start)) \(tenth($0.end))"
            + ($0.isDashed ? " dashed" : "")
    }
}
