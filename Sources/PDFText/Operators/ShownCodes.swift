/// The codes that a text-showing operator's strings hold. Without arrays: every text of a page comes through here.
struct ShownCodes {
    private let length: Int
    /// What of the next code was read so far.
    private var code = 0
    private var count = 0

    /// Calls `body` with each code of the strings in a string or array token.
    ///
    /// - Parameters:
    ///   - length: Bytes of a code; codes do not run from one string into the next.
    static func forEach(in token: Slice<UnsafeBufferPointer<UInt8>>, length: Int, _ body: (Int) -> Void) {
        let bytes = UnsafeBufferPointer(rebasing: token)
        var index = 0
        while index < bytes.count {
            var codes = ShownCodes(length: length)
            index += 1
            switch bytes[index - 1] {
            case UInt8(ascii: "("): codes.readLiteral(bytes, &index, body)
            case UInt8(ascii: "<"): codes.readHexadecimal(bytes, &index, body)
            default: break
            }
        }
    }

    private init(length: Int) { self.length = length }

    private mutating func append(_ byte: UInt8, _ body: (Int) -> Void) {
        code = code << 8 | Int(byte)
        count += 1
        guard count == length else { return }
        body(code)
        (code, count) = (0, 0)
    }

    private mutating func readHexadecimal(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ body: (Int) -> Void
    ) {
        var high: UInt8?
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if let digit = PDFName.hexDigit(bytes[index]) {
                if let first = high { append(first << 4 | digit, body) }
                high = high == nil ? digit : nil
            }
            index += 1
        }
        index += 1
        if let high { append(high << 4, body) }
    }

    private mutating func readLiteral(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ body: (Int) -> Void
    ) {
        var depth = 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                if let escaped = Self.escaped(bytes, &index) { append(escaped, body) }
                continue
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth == 0 { return }
            append(byte, body)
        }
    }

    /// What a backslash and the bytes after it stand for (ISO 32000-1, 7.3.4.2); nil for a line that goes on.
    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt8? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0D:
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            return nil
        case 0x0A: return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(from: byte, bytes, &index)
        default: return byte
        }
    }

    /// A number of up to three digits, of which the first was read.
    private static func octal(from first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt8 {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "7")
        var value = Int(first - digits.lowerBound)
        let end = min(index + 2, bytes.count)
        while index < end, digits.contains(bytes[index]) {
            value = value * 8 + Int(bytes[index] - digits.lowerBound)
            index += 1
        }
        return UInt8(truncatingIfNeeded: value)
    }
}
