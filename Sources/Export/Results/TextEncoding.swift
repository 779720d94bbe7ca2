internal import Glibc
internal import Pipeline

/// How characters become bytes in a CSV file.
public enum TextEncoding: String, CaseIterable, Sendable {
    /// With a mark in front, by which a spreadsheet knows it.
    case utf8 = "utf-8"
    /// What older Chinese programs expect; it has every character, too.
    case gb18030

    /// What a file begins with.
    var mark: [UInt8] { self == .utf8 ? [0xEF, 0xBB, 0xBF] : [] }

    /// - Throws: `OutputError` when the system does not know the encoding.
    func bytes(of text: String) throws(OutputError) -> [UInt8] {
        guard self == .gb18030, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(text.utf8) }
        guard let converter = iconv_open("GB18030", "UTF-8"), converter != UnsafeMutableRawPointer(bitPattern: -1)
        else {
            throw OutputError(description: "The system does not know the encoding GB18030. Write UTF-8 instead.")
        }
        defer { iconv_close(converter) }
        var source = text.utf8.map { CChar(bitPattern: $0) }
        // No character of three bytes takes more than four, none of two more than four.
        var target = [CChar](repeating: 0, count: source.count * 2 + 4)
        var (sourceLeft, targetLeft) = (source.count, target.count)
        let result = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &sourceLeft, &to, &targetLeft)
            }
        }
        guard result != -1 as Int || sourceLeft == 0 else {
            throw OutputError(description: "A text has no form in GB18030. Write UTF-8 instead.")
        }
        return target.prefix(target.count - targetLeft).map { UInt8(bitPattern: $0) }
    }
}
