internal import PageModel

/// The codes to which a font's ToUnicode map gives a character.
struct CharacterMap {
    private(set) var codes = CodeSet()
    /// Codes mapped to nothing in particular: no character, a replacement mark, the private use area.
    private(set) var meaningless = CodeSet()
    /// Bytes of the codes; nil where they differ.
    private(set) var codeLength: Int?

    private(set) var isRightToLeft = false

    private let isSymbolFont: Bool

    /// Longest range that is taken for one.
    private static let longestRange = 0x10000

    /// - Parameter isSymbolFont: Whether private characters have a meaning.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isSymbolFont: Bool) {
        self.isSymbolFont = isSymbolFont
        var scanner = ContentScanner(bytes)
        var strings: [Range<Int>] = []
        var lengths: Set<Int> = []
        while true {
            switch scanner.next() {
            case .string: strings.append(scanner.token)
            case .array: strings.append(scanner.token)
            case .operator:
                let word = bytes[scanner.token]
                if word.elementsEqual("endcodespacerange".utf8) {
                    lengths.formUnion(strings.map { HexString(bytes[$0]).count })
                } else if word.elementsEqual("endbfchar".utf8) {
                    addCharacters(strings, bytes)
                } else if word.elementsEqual("endbfrange".utf8) {
                    addRanges(strings, bytes)
                }
                strings.removeAll(keepingCapacity: true)
            case .end:
                codeLength = lengths.count == 1 ? lengths.first : nil
                return
            default: break
            }
        }
    }

    private mutating func addCharacters(_ strings: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
        for index in stride(from: 1, to: strings.count, by: 2) {
            add(HexString(bytes[strings[index - 1]]).number, HexString(bytes[strings[index]]))
        }
    }

    private mutating func addRanges(_ strings: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
        for index in stride(from: 2, to: strings.count, by: 3) {
            let low = HexString(bytes[strings[index - 2]]).number
            let high = HexString(bytes[strings[index - 1]]).number
            guard low <= high, high - low < Self.longestRange else { continue }
            let target = bytes[strings[index]]
            if target.first == UInt8(ascii: "[") {
                let parts = target.dropFirst().split(separator: UInt8(ascii: ">"))
                for (offset, part) in parts.enumerated() where low + offset <= high {
                    guard let start = part.firstIndex(of: UInt8(ascii: "<")) else { continue }
                    add(low + offset, HexString(part[start...]))
                }
            } else {
                var character = HexString(target)
                for code in low...high {
                    add(code, character)
                    character.countUp()
                }
            }
        }
    }

    private mutating func add(_ code: Int, _ character: HexString) {
        guard isMeaningful(character) else { return meaningless.insert(code) }
        codes.insert(code)
        if !isRightToLeft, character.count == 2, let letter = Unicode.Scalar(character.start) {
            isRightToLeft = letter.isRightToLeft
        }
    }

    private func isMeaningful(_ character: HexString) -> Bool {
        guard character.count >= 2 else { return character.start > 0 }
        switch character.start {
        case 0, 0xFFFD, 0xFFFE, 0xFFFF: return false
        case 0xE000...0xF8FF: return isSymbolFont
        default: return true
        }
    }
}

/// What a hexadecimal string of a map holds, as far as it matters: a code, or the beginning of a character.
private struct HexString {
    /// The first bytes as a number, at most four.
    private(set) var number = 0
    /// All bytes.
    private(set) var count = 0
    /// The first two bytes, or the only one.
    private(set) var start: UInt16 = 0

    private static let bytesOfNumber = 4

    init(_ token: Slice<UnsafeBufferPointer<UInt8>>) {
        var high: UInt8?
        for byte in token {
            guard let digit = PDFName.hexDigit(byte) else { continue }
            if let first = high {
                append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        // A digit that is missing at the end is a zero (ISO 32000-1, 7.3.4.3).
        if let high { append(high << 4) }
    }

    private mutating func append(_ byte: UInt8) {
        if count < Self.bytesOfNumber { number = number << 8 | Int(byte) }
        if count < 2 { start = start << 8 | UInt16(byte) }
        count += 1
    }

    /// The character of the next code of a range: its last byte is one more. Of longer ones only the start matters.
    mutating func countUp() {
        guard count == 1 || count == 2 else { return }
        start = start & 0xFF00 | UInt16(UInt8(truncatingIfNeeded: start) &+ 1)
    }
}
