/// Splits the bytes of a content stream into tokens without making a string of any.
///
/// What a token holds is left in the scanner's fields until the next call. Malformed parts are skipped: the scanner
/// always goes forward and ends at the end of the bytes.
struct ContentScanner {
    enum Token {
        case number
        case name
        case string
        case array
        case dictionary
        case `operator`
        case end
    }

    /// Numbers kept of an array; more are dropped (dash patterns are short, and of a TJ array only the start counts).
    static let arrayCapacity = 16

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    private(set) var number = 0.0
    /// Of the last name, without the slash.
    private(set) var name: Range<Int> = 0..<0
    /// Of the last string, array, dictionary or operator, with its brackets.
    private(set) var token: Range<Int> = 0..<0
    private(set) var hasText = false
    /// Of the last array: its first numbers and the sum of those before the first string with text.
    private(set) var arrayNumbers: [Double] = []
    private(set) var arrayLead = 0.0
    /// Up to four bytes of the last operator, first byte highest; 0 for a longer word.
    private(set) var operatorCode: UInt32 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        arrayNumbers.reserveCapacity(Self.arrayCapacity)
    }

    mutating func next() -> Token {
        while true {
            skipSpace()
            let start = position
            defer { token = start..<position }
            guard position < bytes.count else { return .end }
            let byte = bytes[position]
            switch byte {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E:
                readNumber()
                return .number
            case 0x2F:
                readName()
                return .name
            case 0x28:
                readLiteralString()
                return .string
            case 0x3C:
                if position + 1 < bytes.count, bytes[position + 1] == 0x3C {
                    skipDictionary()
                    return .dictionary
                }
                readHexString()
                return .string
            case 0x5B:
                readArray()
                return .array
            case 0x5D, 0x3E, 0x7B, 0x7D, 0x29:
                position += 1
            default:
                readOperator()
                return .operator
            }
        }
    }

    /// Goes on at a place in the bytes.
    mutating func move(to place: Int) { position = min(max(place, position), bytes.count) }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte == 0x20 || byte == 0 || (byte >= 9 && byte <= 13))
    }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
        default: false
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x25 {
                while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func readNumber() {
        var isNegative = false
        while position < bytes.count, bytes[position] == 0x2D || bytes[position] == 0x2B {
            if bytes[position] == 0x2D { isNegative = true }
            position += 1
        }
        var whole = 0.0
        while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
            whole = whole * 10 + Double(digit)
            position += 1
        }
        if position < bytes.count, bytes[position] == 0x2E {
            position += 1
            var digits = 0.0
            var unit = 1.0
            while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
                // Digits past the fifteenth are beyond a Double.
                if unit < 1e15 {
                    digits = digits * 10 + Double(digit)
                    unit *= 10
                }
                position += 1
            }
            whole += digits / unit
        }
        // A minus sign inside a number (12-34) is a fault of some producers; what follows it is dropped, as in viewers.
        while position < bytes.count, bytes[position] == 0x2D || bytes[position] == 0x2E || bytes[position] &- 0x30 < 10
        {
            position += 1
        }
        number = isNegative ? -whole : whole
    }

    private mutating func readName() {
        let start = position + 1
        position = start
        skipWord()
        name = start..<position
    }

    private mutating func readOperator() {
        let start = position
        position += 1
        skipWord()
        guard position - start <= 4 else {
            operatorCode = 0
            return
        }
        var code: UInt32 = 0
        for index in start..<position { code = code << 8 | UInt32(bytes[index]) }
        operatorCode = code
    }

    private mutating func skipWord() {
        while position < bytes.count, !Self.isSpace(bytes[position]), !Self.isDelimiter(bytes[position]) {
            position += 1
        }
    }

    private mutating func readLiteralString() {
        let start = position + 1
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x5C: position += 1
            case 0x28: depth += 1
            case 0x29: depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        position = min(position, bytes.count)
        hasText = position > start + 1
    }

    private mutating func readHexString() {
        let start = position + 1
        position = start
        while position < bytes.count, bytes[position] != 0x3E { position += 1 }
        hasText = position > start
        position = min(position + 1, bytes.count)
    }

    private mutating func readArray() {
        position += 1
        arrayNumbers.removeAll(keepingCapacity: true)
        arrayLead = 0
        var depth = 1
        var sawText = false
        while depth > 0 {
            skipSpace()
            guard position < bytes.count else { break }
            switch bytes[position] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E:
                readNumber()
                if arrayNumbers.count < Self.arrayCapacity { arrayNumbers.append(number) }
                if !sawText { arrayLead += number }
            case 0x28:
                readLiteralString()
                sawText = sawText || hasText
            case 0x3C:
                readHexString()
                sawText = sawText || hasText
            case 0x5B:
                depth += 1
                position += 1
            case 0x5D:
                depth -= 1
                position += 1
            case 0x2F:
                position += 1
                skipWord()
            default:
                position += 1
            }
        }
        hasText = sawText
    }

    private mutating func skipDictionary() {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            let isDouble = position + 1 < bytes.count && bytes[position + 1] == byte
            switch byte {
            case 0x28:
                readLiteralString()
            case 0x3C where isDouble:
                depth += 1
                position += 2
            case 0x3E where isDouble:
                depth -= 1
                position += 2
                if depth == 0 { return }
            default:
                position += 1
            }
        }
    }
}
