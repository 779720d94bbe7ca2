/// An image between BI and EI, passed over.
struct InlineImage {
    /// Pixels, 0 where not told.
    private(set) var width = 0
    private(set) var height = 0

    /// Reads the parameters after BI and leaves the scanner after EI, or at the end where there is none.
    init(skippedIn scanner: inout ContentScanner) {
        var key: [UInt8] = []
        var isFiltered = false
        var bits = 8
        var isMask = false
        var components: Int? = 1
        var length: Int?
        parameters: while true {
            switch scanner.next() {
            case .name:
                let name = scanner.bytes[scanner.name]
                if key == Array("CS".utf8) || key == Array("ColorSpace".utf8) {
                    components = Self.components(of: Array(name))
                    key = []
                } else if key == Array("F".utf8) || key == Array("Filter".utf8) {
                    isFiltered = true
                    key = []
                } else {
                    key = Array(name)
                }
            case .number:
                let value = abs(scanner.number) < 1e9 ? Int(abs(scanner.number)) : 0
                switch String(decoding: key, as: UTF8.self) {
                case "W", "Width": width = value
                case "H", "Height": height = value
                case "BPC", "BitsPerComponent": bits = value
                case "L", "Length": length = value
                default: break
                }
                key = []
            case .array:
                if key == Array("F".utf8) || key == Array("Filter".utf8) { isFiltered = true }
                // An indexed space has one component; others given as an array are not resolved.
                if key == Array("CS".utf8) || key == Array("ColorSpace".utf8) { components = nil }
                key = []
            case .operator:
                // Besides ID only the values true, false and null stand here.
                if scanner.operatorCode == 0x4944 { break parameters }
                if scanner.operatorCode == 0x7472_7565, key == Array("IM".utf8) || key == Array("ImageMask".utf8) {
                    isMask = true
                }
                key = []
            case .string, .dictionary:
                key = []
            case .end:
                return
            }
        }
        let start = scanner.position + 1
        if isMask {
            bits = 1
            components = 1
        }
        if length == nil, !isFiltered, let components, width > 0, height > 0, width < 1 << 20, height < 1 << 20 {
            length = (width * components * max(1, min(bits, 16)) + 7) / 8 * height
        }
        let bytes = scanner.bytes
        if let length, length <= bytes.count - start, let end = Self.end(in: bytes, from: start + length, within: 8) {
            scanner.move(to: end)
        } else {
            scanner.move(to: Self.end(in: bytes, from: start, within: bytes.count) ?? bytes.count)
        }
    }

    private static func components(of name: [UInt8]) -> Int? {
        switch String(decoding: name, as: UTF8.self) {
        case "G", "DeviceGray", "I", "Indexed": 1
        case "RGB", "DeviceRGB": 3
        case "CMYK", "DeviceCMYK": 4
        default: nil
        }
    }

    /// The place after the first EI that stands alone and is followed by what looks like operators, not image data.
    private static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, within reach: Int) -> Int? {
        var place = max(1, start)
        let limit = min(bytes.count - 1, start + reach)
        while place < limit {
            if bytes[place] == 0x45, bytes[place + 1] == 0x49,
                place == start || ContentScanner.isSpace(bytes[place - 1]),
                place + 2 >= bytes.count || ContentScanner.isSpace(bytes[place + 2])
            {
                let after = bytes[min(place + 2, bytes.count)..<min(place + 14, bytes.count)]
                if after.allSatisfy({ ContentScanner.isSpace($0) && $0 != 0 || $0 > 0x20 && $0 < 0x7F }) {
                    return place + 2
                }
            }
            place += 1
        }
        return nil
    }
}
