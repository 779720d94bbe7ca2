/// What kind of character a scalar is: one answer for all stages.
extension Unicode.Scalar {
    /// Of the ten of ASCII.
    @inlinable public var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// A Chinese character.
    @inlinable public var isIdeograph: Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF)
    }
}
