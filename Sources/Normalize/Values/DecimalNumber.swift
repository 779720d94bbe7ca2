internal import PageModel

/// An exact decimal number: an integer divided by a power of ten, so that "461875.47" comes out as it went in.
///
/// Invariant: no trailing zeros behind the point (`scale` is the least possible, at least 0).
public struct DecimalNumber: Hashable, Sendable {
    /// The number without its point.
    public let significand: Int128
    /// How many digits of `significand` stand behind the point.
    public let scale: Int

    /// Digits that `parse` takes at most: products and sums of two such numbers stay exact.
    public static let maximumDigits = 18

    /// Makes `significand` × 10^-`scale`; a negative `scale` multiplies.
    public init(significand: Int128, scale: Int = 0) {
        var digits = significand
        var places = scale
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        while places < 0 {
            digits = digits.multiplied(by: 10)
            places += 1
        }
        self.significand = digits
        self.scale = digits == 0 ? 0 : places
    }

    public init(_ value: Int) { self.init(significand: Int128(value)) }

    public static let zero = DecimalNumber(0)

    public var isNegative: Bool { significand < 0 }

    /// The nearest binary number, for reckoning that need not be exact.
    public var doubleValue: Double { Double(description) ?? .nan }

    /// The number times 10^`power`.
    public func scaled(byPowerOf10 power: Int) -> DecimalNumber {
        DecimalNumber(significand: significand, scale: scale - power)
    }

    /// The quotient rounded half away from zero to `places` digits behind the point, nil for a zero divisor.
    public func divided(by divisor: DecimalNumber, places: Int) -> DecimalNumber? {
        guard divisor.significand != 0 else { return nil }
        // One digit more than asked for, then a rounding of that digit.
        let shift = places + 1 + divisor.scale - scale
        let top = shift > 0 ? significand.multiplied(byPowerOf10: shift) : significand
        let bottom = shift < 0 ? divisor.significand.multiplied(byPowerOf10: -shift) : divisor.significand
        return DecimalNumber(significand: top / bottom, scale: places + 1).rounded(places: places)
    }

    /// The number rounded half away from zero to `places` digits behind the point.
    public func rounded(places: Int) -> DecimalNumber {
        guard scale > places else { return self }
        let unit = Int128(1).multiplied(byPowerOf10: scale - places)
        let half = unit / 2
        return DecimalNumber(significand: (significand + (significand < 0 ? -half : half)) / unit, scale: places)
    }

    /// Reads a number that stands alone: "29,568,000", "１００．００", "-12", "+3".
    ///
    /// - Returns: Nil for anything else, also for "1.2.3", "(12)", separators that do not part groups of three, and more
    ///   than `maximumDigits` digits.
    public static func parse(_ text: String) -> DecimalNumber? {
        guard holdsDigit(text) else { return nil }
        let source = FoldedText(text, droppingSpace: true).scalars
        var start = 0
        if let first = source.first, first == "-" || first == "+" { start = 1 }
        guard let (number, end) = scan(source, at: start), end == source.count else { return nil }
        return source.first == "-" ? -number : number
    }

    /// Whether a figure may stand in the text: most texts that are asked for one hold none, and folding them costs more.
    static func holdsDigit(_ text: String) -> Bool { text.unicodeScalars.contains { $0.narrow.isDigit } }

    /// Reads the unsigned number at `start` and tells where it ends; nil where none or no clean number stands.
    static func scan(_ source: [Unicode.Scalar], at start: Int) -> (number: DecimalNumber, end: Int)? {
        var index = start
        var digits: Int128 = 0
        var count = 0
        func take() {
            while index < source.count, source[index].isDigit {
                digits = count < maximumDigits ? digits * 10 + Int128(source[index].value - 0x30) : digits
                if count > 0 || source[index] != "0" { count += 1 }
                index += 1
            }
        }
        take()
        guard index > start else { return nil }
        if index - start <= 3 {
            while isGroup(source, at: index) {
                index += 1
                take()
            }
        }
        var places = 0
        if index + 1 < source.count, source[index] == ".", source[index + 1].isDigit {
            index += 1
            let head = index
            take()
            places = index - head
            if index + 1 < source.count, source[index] == ".", source[index + 1].isDigit { return nil }
        }
        return count <= maximumDigits ? (DecimalNumber(significand: digits, scale: places), index) : nil
    }

    /// Whether a thousands separator and exactly three digits stand at `index`.
    private static func isGroup(_ source: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 3 < source.count, source[index] == "," else { return false }
        guard source[(index + 1)...(index + 3)].allSatisfy(\.isDigit) else { return false }
        return index + 4 >= source.count || !source[index + 4].isDigit
    }
}

extension DecimalNumber: Comparable, AdditiveArithmetic, CustomStringConvertible {
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        let (first, second, _) = aligned(left, right)
        return first < second
    }

    public static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
        let (first, second, scale) = aligned(left, right)
        return DecimalNumber(significand: first.added(second), scale: scale)
    }

    public static func - (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber { left + -right }

    public static func * (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
        DecimalNumber(significand: left.significand.multiplied(by: right.significand), scale: left.scale + right.scale)
    }

    public static prefix func - (number: DecimalNumber) -> DecimalNumber {
        DecimalNumber(significand: -number.significand, scale: number.scale)
    }

    private static func aligned(_ left: DecimalNumber, _ right: DecimalNumber) -> (Int128, Int128, Int) {
        let scale = max(left.scale, right.scale)
        return (
            left.significand.multiplied(byPowerOf10: scale - left.scale),
            right.significand.multiplied(byPowerOf10: scale - right.scale), scale
        )
    }

    /// The number as JSON writes it: no exponent, no trailing zeros.
    public var description: String {
        let digits = String(significand.magnitude)
        let sign = isNegative ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}

extension Int128 {
    /// The product, clamped to the largest magnitude: figures of a form never come near it, and nothing must trap.
    fileprivate func multiplied(by other: Int128) -> Int128 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        guard overflow else { return product }
        return (self < 0) == (other < 0) ? .max : -.max
    }

    fileprivate func multiplied(byPowerOf10 power: Int) -> Int128 {
        var result = self
        for _ in 0..<Swift.max(0, power) { result = result.multiplied(by: 10) }
        return result
    }

    fileprivate func added(_ other: Int128) -> Int128 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return self < 0 ? -.max : .max
    }
}
