/// Names as they are written in a file.
enum PDFName {
    /// The key of a dictionary: with slash, and with #xx written out, as qpdf keeps names.
    ///
    /// - Parameter name: Without its slash.
    static func key(_ name: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = [0x2F]
        bytes.reserveCapacity(name.count + 1)
        var index = 0
        while index < name.count {
            if name[index] == 0x23, index + 2 < name.count, let high = hexDigit(name[index + 1]),
                let low = hexDigit(name[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(name[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
