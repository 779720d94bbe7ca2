internal import Foundation

/// The lines of a result file, one at a time: the file may be larger than the memory.
struct ResultLines: Sequence, IteratorProtocol {
    private let file: FileHandle
    private var buffer = Data()
    private var isAtEnd = false
    /// Bytes that are read at once.
    private static let portion = 1 << 20

    /// Nil where there is no such file.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        self.file = file
    }

    mutating func next() -> Data? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer = buffer[(end + 1)...] }
                return buffer[..<end]
            }
            if isAtEnd {
                defer { buffer = Data() }
                return buffer.isEmpty ? nil : buffer
            }
            let more = (try? file.read(upToCount: Self.portion)) ?? Data()
            if more.isEmpty { isAtEnd = true } else { buffer = Data(buffer) + more }
        }
    }
}
