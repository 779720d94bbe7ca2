/// What kind of character a scalar is: one answer for all stages.
extension Unicode.Scalar {
    /// Of the ten of ASCII.
    @inlinable public var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// A letter of ASCII.
    @inlinable public var isLatin: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

    /// A Chinese character: of the main block, of extension A or of the supplementary planes; no punctuation.
    @inlinable public var isIdeograph: Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF)
            || (value >= 0x20000 && value <= 0x3FFFF)
    }

    /// What Chinese words and numerals are written with: an ideograph or 〇.
    @inlinable public var isHan: Bool { isIdeograph || value == 0x3007 }

    /// Chinese characters, kana, and the punctuation and full-width forms set with them: text without word spaces.
    public var isCJK: Bool {
        switch value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF65, 0xFFE0...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// A letter or digit of a script that is written with spaces between words.
    public var isWordCharacter: Bool {
        if value < 0x80 { return isDigit || isLatin }
        return !isCJK && (properties.isAlphabetic || properties.numericType == .decimal)
    }

    /// White space, as Unicode has it; looking the property up costs much more than comparing.
    @inlinable public var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The half-width form of a full-width one; every other character is its own.
    @inlinable public var narrow: Unicode.Scalar {
        value >= 0xFF01 && value <= 0xFF5E ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }
}

extension String {
    /// The text of these characters. Appending them one by one takes several times as long.
    public init(joining scalars: [Unicode.Scalar]) {
        self.init(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { buffer in
            var end = 0
            for scalar in scalars {
                let value = scalar.value
                // Of a character of several bytes the first tells their number, each other one carries six bits.
                let extra = UTF8.width(scalar) - 1
                let head: UInt32 = extra == 0 ? 0 : extra == 1 ? 0xC0 : extra == 2 ? 0xE0 : 0xF0
                buffer[end] = UInt8(truncatingIfNeeded: head | value >> UInt32(6 * extra))
                for place in stride(from: extra - 1, through: 0, by: -1) {
                    end += 1
                    buffer[end] = UInt8(truncatingIfNeeded: 0x80 | value >> UInt32(6 * place) & 0x3F)
                }
                end += 1
            }
            return end
        }
    }
}
