/// Reads the JSON that `JSONWriter` writes (RFC 8259): keys stay in their order, figures keep all their digits.
///
/// A figure is an exact decimal number; one with an exponent, or beyond 128 bits, is refused.
package struct JSONReader {
    /// What is read is no JSON, or none that this program writes.
    package struct Malformed: Error, Hashable, Sendable {}

    private let bytes: [UInt8]
    private var place = 0
    /// Objects and arrays within each other; a record has three.
    private static let deepest = 32

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The one value that the bytes hold; a line feed at their end is left out.
    ///
    /// - Complexity: Linear in the bytes.
    package static func value(of bytes: [UInt8]) throws(Malformed) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        if reader.next == UInt8(ascii: "\n") { reader.place += 1 }
        guard reader.place == bytes.count else { throw Malformed() }
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: UInt8) throws(Malformed) {
        guard next == byte else { throw Malformed() }
        place += 1
    }

    private mutating func take(_ word: String, as value: JSONValue) throws(Malformed) -> JSONValue {
        for byte in word.utf8 { try take(byte) }
        return value
    }

    private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
        guard depth <= Self.deepest, let first = next else { throw Malformed() }
        switch first {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "n"): return try take("null", as: .null)
        case UInt8(ascii: "t"): return try take("true", as: .bool(true))
        case UInt8(ascii: "f"): return try take("false", as: .bool(false))
        default: return .number(try figure())
        }
    }

    private mutating func members(depth: Int) throws(Malformed) -> [JSONMember] {
        var members: [JSONMember] = []
        try take(UInt8(ascii: "{"))
        while next != UInt8(ascii: "}") {
            if !members.isEmpty { try take(UInt8(ascii: ",")) }
            let key = try string()
            try take(UInt8(ascii: ":"))
            members.append(JSONMember(key, try value(depth: depth)))
        }
        place += 1
        return members
    }

    private mutating func elements(depth: Int) throws(Malformed) -> [JSONValue] {
        var elements: [JSONValue] = []
        try take(UInt8(ascii: "["))
        while next != UInt8(ascii: "]") {
            if !elements.isEmpty { try take(UInt8(ascii: ",")) }
            elements.append(try value(depth: depth))
        }
        place += 1
        return elements
    }

    private mutating func figure() throws(Malformed) -> DecimalNumber {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var significand: Int128 = 0
        var scale = 0
        try digits(into: &significand)
        if next == UInt8(ascii: ".") {
            place += 1
            scale = try digits(into: &significand)
        }
        if let next, "eE+".utf8.contains(next) { throw Malformed() }
        return DecimalNumber(significand: isNegative ? -significand : significand, scale: scale)
    }

    /// - Returns: How many there were; at least one.
    @discardableResult
    private mutating func digits(into number: inout Int128) throws(Malformed) -> Int {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) = tens.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
            guard !isTooLarge, !isBeyond else { throw Malformed() }
            number = sum
            place += 1
        }
        guard place > start else { throw Malformed() }
        return place - start
    }

    private mutating func string() throws(Malformed) -> String {
        try take(UInt8(ascii: "\""))
        let start = place
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
        var text = String(decoding: bytes[start..<place], as: UTF8.self)
        while next == UInt8(ascii: "\\") {
            place += 1
            text.unicodeScalars.append(try escaped())
            let start = place
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
            text += String(decoding: bytes[start..<place], as: UTF8.self)
        }
        try take(UInt8(ascii: "\""))
        return text
    }

    /// What stands behind a backslash.
    private mutating func escaped() throws(Malformed) -> Unicode.Scalar {
        guard let letter = next else { throw Malformed() }
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "u"): return try scalar()
        default: throw Malformed()
        }
    }

    /// A character by its number, or by the two halves of UTF-16.
    private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
        let first = try codeUnit()
        guard UTF16.isLeadSurrogate(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw Malformed() }
            return scalar
        }
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else { throw Malformed() }
        guard let scalar = String(decoding: [first, second], as: UTF16.self).unicodeScalars.first else {
            throw Malformed()
        }
        return scalar
    }

    private mutating func codeUnit() throws(Malformed) -> UInt16 {
        let digits = 4
        guard place + digits <= bytes.count else { throw Malformed() }
        let text = String(decoding: bytes[place..<(place + digits)], as: UTF8.self)
        guard text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }), let unit = UInt16(text, radix: 16)
        else { throw Malformed() }
        place += digits
        return unit
    }
}
