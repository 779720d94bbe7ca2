internal import Glibc

/// What a line of JSON must look like: the part of a JSON schema that keeps out what the program would never write.
///
/// Types, closed lists of words and keys are kept to; lengths, patterns and ranges of figures are not, but no figure is
/// longer or larger than any that the program writes.
struct JSONShape: Sendable {
    /// Kinds of JSON values.
    struct Kinds: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let null = Kinds(rawValue: 1 << 0)
        static let boolean = Kinds(rawValue: 1 << 1)
        static let integer = Kinds(rawValue: 1 << 2)
        static let number = Kinds(rawValue: 1 << 3)
        static let string = Kinds(rawValue: 1 << 4)
        static let array = Kinds(rawValue: 1 << 5)
        static let object = Kinds(rawValue: 1 << 6)
    }

    /// One key of an object.
    struct Property: Sendable {
        var key: [UInt8]
        var shape: Int
    }

    /// One value; shapes of what it holds are named by their place in `nodes`.
    struct Rules: Sendable {
        var kinds: Kinds = []
        /// The only strings, as they stand in JSON without quotation marks; nil for any.
        var words: [[UInt8]]?
        /// By key; at most 64.
        var properties: [Property] = []
        /// The keys that must be there, a bit for each.
        var required: UInt64 = 0
        /// Of keys that are not named; nil when there may be none.
        var others: Int?
        /// Of an array's elements.
        var items: Int?
        /// An array has as many elements; nil for any.
        var count: Int?
        /// The value is like one of these, whichever is of its kind.
        var alternatives: [Int] = []
    }

    /// Rules that are looked at without being copied.
    final class Node: Sendable {
        let rules: Rules

        init(_ rules: Rules) { self.rules = rules }
    }

    var nodes: [Node] = []
    var root = 0
}

/// What is wrong with the lines of a document, such as "a line that is too long".
struct LineError: Error, Hashable, Sendable {
    var message: String
}

/// Goes once through a line and compares it with a shape.
struct ShapeChecker {
    /// A string that the caller wants to see: of the line itself, or of its `source`.
    typealias Sighting = (_ depth: Int, _ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void

    private let shape: JSONShape
    private let text: UnsafeBufferPointer<UInt8>
    private let sees: Sighting
    private var place = 0
    /// Digits, sign and point of the longest figure: an exact decimal of 128 bits.
    private let longestFigure = 64
    /// Digits of the largest integer: rows, pages, years.
    private let longestInteger = 9

    init(_ shape: JSONShape, text: UnsafeBufferPointer<UInt8>, sees: @escaping Sighting) {
        self.shape = shape
        self.text = text
        self.sees = sees
    }

    /// - Throws: `LineError` unless the text is one value of the shape and nothing else.
    mutating func check() throws(LineError) {
        try value(shape.root, depth: 0, key: Self.nothing)
        guard place == text.count else { throw LineError(message: "more than one value") }
    }

    private static var nothing: UnsafeBufferPointer<UInt8> { .init(start: nil, count: 0) }

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private mutating func take(_ byte: UInt8) throws(LineError) {
        guard next == byte else { throw LineError(message: "no JSON") }
        place += 1
    }

    private mutating func take(_ word: StaticString) throws(LineError) {
        for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    }

    /// The kinds that a value may be of by its first byte.
    private static func kinds(startingWith byte: UInt8?) -> JSONShape.Kinds {
        switch byte {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        default: [.integer, .number]
        }
    }

    private mutating func value(_ index: Int, depth: Int, key: UnsafeBufferPointer<UInt8>) throws(LineError) {
        let found = Self.kinds(startingWith: next)
        var node = shape.nodes[index]
        if !node.rules.alternatives.isEmpty {
            let fitting = node.rules.alternatives.first { !shape.nodes[$0].rules.kinds.isDisjoint(with: found) }
            guard let fitting else { throw LineError(message: "a value of the wrong kind") }
            node = shape.nodes[fitting]
        }
        let kinds = node.rules.kinds.intersection(found)
        guard !kinds.isEmpty else { throw LineError(message: "a value of the wrong kind") }
        if kinds.contains(.string) {
            let word = try string()
            if let words = node.rules.words, !words.contains(where: { Self.compare(word, $0) == 0 }) {
                throw LineError(message: "an unknown word")
            }
            sees(depth, key, word)
        } else if kinds.contains(.object) {
            try object(node, depth: depth + 1)
        } else if kinds.contains(.array) {
            try array(node, depth: depth + 1)
        } else if kinds.contains(.null) {
            try take("null")
        } else if kinds.contains(.boolean) {
            if next == UInt8(ascii: "t") { try take("true") } else { try take("false") }
        } else {
            try figure(isInteger: !kinds.contains(.number))
        }
    }

    private mutating func object(_ node: JSONShape.Node, depth: Int) throws(LineError) {
        try take(UInt8(ascii: "{"))
        var seen: UInt64 = 0
        var isFirst = true
        while next != UInt8(ascii: "}") {
            if !isFirst { try take(UInt8(ascii: ",")) }
            isFirst = false
            let key = try string()
            try take(UInt8(ascii: ":"))
            if let number = Self.index(of: key, in: node.rules.properties) {
                guard seen & 1 << UInt64(number) == 0 else { throw LineError(message: "a key twice") }
                seen |= 1 << UInt64(number)
                try value(node.rules.properties[number].shape, depth: depth, key: key)
            } else if let others = node.rules.others {
                try value(others, depth: depth, key: Self.nothing)
            } else {
                throw LineError(message: "an unknown key")
            }
        }
        place += 1
        guard seen & node.rules.required == node.rules.required else { throw LineError(message: "a missing key") }
    }

    /// Keys stand in their order, shorter ones first.
    private static func index(of key: UnsafeBufferPointer<UInt8>, in properties: [JSONShape.Property]) -> Int? {
        var (low, high) = (0, properties.count)
        while low < high {
            let middle = (low + high) / 2
            let order = compare(key, properties[middle].key)
            if order == 0 { return middle }
            if order < 0 { high = middle } else { low = middle + 1 }
        }
        return nil
    }

    /// Below 0 when the first is shorter or, of one length, before the other.
    static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: [UInt8]) -> Int {
        guard left.count == right.count, let start = left.baseAddress else { return left.count - right.count }
        return Int(memcmp(start, right, right.count))
    }

    private mutating func array(_ node: JSONShape.Node, depth: Int) throws(LineError) {
        try take(UInt8(ascii: "["))
        var count = 0
        while next != UInt8(ascii: "]") {
            if count > 0 { try take(UInt8(ascii: ",")) }
            guard let items = node.rules.items else { throw LineError(message: "an element too many") }
            try value(items, depth: depth, key: Self.nothing)
            count += 1
        }
        place += 1
        if let wanted = node.rules.count, wanted != count { throw LineError(message: "an array of the wrong length") }
    }

    /// - Returns: What stands between the quotation marks.
    private mutating func string() throws(LineError) -> UnsafeBufferPointer<UInt8> {
        try take(UInt8(ascii: "\""))
        let start = place
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw LineError(message: "a control character in a string") }
            place += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            guard let escaped = next, Self.escapes.contains(escaped) else { throw LineError(message: "no JSON") }
            place += 1
            if escaped == UInt8(ascii: "u") { try escapedCharacter() }
        }
        let end = place
        try take(UInt8(ascii: "\""))
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// The digits of an escaped character. Halves of surrogate pairs are refused, alone or not: readers disagree about
    /// them, and the program writes such characters as they are.
    private mutating func escapedCharacter() throws(LineError) {
        let start = place
        for _ in 0..<4 {
            guard let digit = next, Self.isHex(digit) else { throw LineError(message: "no JSON") }
            place += 1
        }
        let isSurrogate = text[start] | 0x20 == UInt8(ascii: "d") && !(0x30...0x37).contains(text[start + 1])
        guard !isSurrogate else { throw LineError(message: "half a character") }
    }

    private static let escapes = Array("\"\\/bfnrtu".utf8)

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A figure as the program writes it: digits, at most a sign and a point, no exponent.
    private mutating func figure(isInteger: Bool) throws(LineError) {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let first = place
        try digits()
        guard text[first] != UInt8(ascii: "0") || place == first + 1 else { throw LineError(message: "no JSON") }
        if isInteger {
            guard place - start <= longestInteger else { throw LineError(message: "a figure that is too large") }
            return
        }
        if next == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        guard place - start <= longestFigure else { throw LineError(message: "a figure that is too long") }
    }

    private mutating func digits() throws(LineError) {
        let start = place
        while let byte = next, Self.isDigit(byte) { place += 1 }
        guard place > start else { throw LineError(message: "no JSON") }
    }
}
