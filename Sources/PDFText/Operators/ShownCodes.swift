internal import PageModel

/// The codes that a text-showing operator's strings hold.
struct ShownCodes {
    /// Calls `body` with each code of the strings in a string or array token.
    ///
    /// - Parameters:
    ///   - length: Bytes of a code; codes do not run from one string into the next.
    static func forEach(in token: Slice<UnsafeBufferPointer<UInt8>>, length: Int, _ body: (Int) -> Void) {
        var index = token.startIndex
        while index < token.endIndex {
            switch token[index] {
            case 0x28: codes(of: literal(in: token, &index), length, body)
            case 0x3C: codes(of: hexadecimal(in: token, &index), length, body)
            default: index += 1
            }
        }
    }

    private static func codes(of bytes: [UInt8], _ length: Int, _ body: (Int) -> Void) {
        for start in stride(from: 0, to: bytes.count - length + 1, by: length) {
            body(bytes[start..<(start + length)].reduce(0) { $0 << 8 | Int($1) })
        }
    }

    private static func hexadecimal(in token: Slice<UnsafeBufferPointer<UInt8>>, _ index: inout Int) -> [UInt8] {
        var digits: [UInt8] = []
        index += 1
        while index < token.endIndex, token[index] != 0x3E {
            if let digit = Character(Unicode.Scalar(token[index])).hexDigitValue { digits.append(UInt8(digit)) }
            index += 1
        }
        index += 1
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func literal(in token: Slice<UnsafeBufferPointer<UInt8>>, _ index: inout Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var depth = 1
        index += 1
        while index < token.endIndex {
            let byte = token[index]
            index += 1
            switch byte {
            case 0x5C: escaped(in: token, &index, &bytes)
            case 0x28:
                depth += 1
                bytes.append(byte)
            case 0x29:
                depth -= 1
                if depth == 0 { return bytes }
                bytes.append(byte)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    /// What follows a backslash (ISO 32000-1, 7.3.4.2).
    private static func escaped(
        in token: Slice<UnsafeBufferPointer<UInt8>>, _ index: inout Int, _ bytes: inout [UInt8]
    ) {
        guard index < token.endIndex else { return }
        let byte = token[index]
        index += 1
        switch byte {
        case 0x6E: bytes.append(0x0A)
        case 0x72: bytes.append(0x0D)
        case 0x74: bytes.append(0x09)
        case 0x62: bytes.append(0x08)
        case 0x66: bytes.append(0x0C)
        case 0x0D: if index < token.endIndex, token[index] == 0x0A { index += 1 }
        case 0x0A: break
        case 0x30...0x37:
            var value = Int(byte - 0x30)
            var digits = 1
            while digits < 3, index < token.endIndex, (0x30...0x37).contains(token[index]) {
                value = value * 8 + Int(token[index] - 0x30)
                index += 1
                digits += 1
            }
            bytes.append(UInt8(truncatingIfNeeded: value))
        default: bytes.append(byte)
        }
    }
}
