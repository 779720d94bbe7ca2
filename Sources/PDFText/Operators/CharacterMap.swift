internal import PageModel

/// The codes to which a font's ToUnicode map gives a character.
struct CharacterMap {
    private(set) var codes: Set<Int> = []
    /// Codes mapped to nothing in particular: no character, a replacement mark, the private use area.
    private(set) var meaningless: Set<Int> = []
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
                switch bytes[scanner.token].split(separator: 0x20).first.map({ Array($0) }) {
                case Array("endcodespacerange".utf8): lengths.formUnion(strings.map { Self.units(bytes[$0]).count })
                case Array("endbfchar".utf8): addCharacters(strings, bytes)
                case Array("endbfrange".utf8): addRanges(strings, bytes)
                default: break
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
            add(Self.number(bytes[strings[index - 1]]), Self.units(bytes[strings[index]]))
        }
    }

    private mutating func addRanges(_ strings: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
        for index in stride(from: 2, to: strings.count, by: 3) {
            let (low, high) = (Self.number(bytes[strings[index - 2]]), Self.number(bytes[strings[index - 1]]))
            guard low <= high, high - low < Self.longestRange else { continue }
            let target = bytes[strings[index]]
            if target.first == 0x5B {
                let parts = target.dropFirst().split(separator: 0x3E)
                for (offset, part) in parts.enumerated() where low + offset <= high {
                    guard let start = part.firstIndex(of: 0x3C) else { continue }
                    add(low + offset, Self.units(part[start...]))
                }
            } else {
                var units = Self.units(target)
                for code in low...high {
                    add(code, units)
                    if let last = units.last { units[units.count - 1] = last &+ 1 }
                }
            }
        }
    }

    private mutating func add(_ code: Int, _ units: [UInt8]) {
        if isMeaningful(units) {
            codes.insert(code)
            if units.count == 2, let letter = Unicode.Scalar(UInt16(units[0]) << 8 | UInt16(units[1])) {
                isRightToLeft = isRightToLeft || letter.isRightToLeft
            }
        } else {
            meaningless.insert(code)
        }
    }

    private func isMeaningful(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return bytes.contains { $0 > 0 } }
        let value = UInt32(bytes[0]) << 8 | UInt32(bytes[1])
        switch value {
        case 0, 0xFFFD, 0xFFFE, 0xFFFF: return false
        case 0xE000...0xF8FF: return isSymbolFont
        default: return true
        }
    }

    /// The bytes of a hexadecimal string.
    private static func units(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var digits: [UInt8] = []
        for byte in token {
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x41...0x46: digits.append(byte - 0x37)
            case 0x61...0x66: digits.append(byte - 0x57)
            default: break
            }
        }
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func number(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        units(token).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
