extension String {
    /// The text of these characters. Appending them one by one takes several times as long.
    init(joining scalars: [Unicode.Scalar]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * scalars.count)
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        self.init(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Chinese characters, kana, and the punctuation and full-width forms set with them: text without word spaces.
    var isCJK: Bool {
        switch value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF65, 0xFFE0...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// A letter or digit of a script that is written with spaces between words.
    var isWordCharacter: Bool {
        if value < 0x80 {
            return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
        }
        return !isCJK && (properties.isAlphabetic || properties.numericType == .decimal)
    }

    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// Punctuation after which running text in a spaced script goes on with a space.
    var closesPhrase: Bool { ",.;:!?)]}%\"'’”»".unicodeScalars.contains(self) }

    /// Punctuation before which running text in a spaced script stands off with a space.
    var opensPhrase: Bool { "([{\"'‘“«$€£&–—-+".unicodeScalars.contains(self) || self == "-" }
}
