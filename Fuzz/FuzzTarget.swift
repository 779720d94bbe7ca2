import PDFText

@testable import Bulk
@testable import Normalize
@testable import Pipeline

/// A parser or a judge of ours, and what must hold of what it makes.
enum FuzzTarget: String, CaseIterable {
    /// Drawing operators of a page.
    case operators
    /// Messages of a worker.
    case frames
    /// The lines of a document that a worker sends.
    case lines
    /// Words of a user.
    case dictionary
    /// Cells.
    case values
    /// Lines that were kept, and the ledger that names them.
    case parts
    case ledger
    /// Repairs of readings of pictures.
    case readings
    /// Repairs of texts of cells that were read from pictures.
    case cells
    /// Files that say how they are encrypted.
    case encryption

    func take(_ bytes: [UInt8]) {
        switch self {
        case .operators: drawOperators(bytes)
        case .frames: cutFrames(bytes)
        case .lines: checkLines(bytes)
        case .dictionary:
            _ = try? FormDictionary.builtIn(extendedBy: String(decoding: bytes, as: UTF8.self), name: "fuzz")
        case .values: readValue(String(decoding: bytes, as: UTF8.self))
        case .parts: nameLines(bytes)
        case .ledger: readLedger(bytes)
        case .readings: repairReadings(bytes)
        case .cells: repairCells(String(decoding: bytes, as: UTF8.self))
        case .encryption: bytes.withUnsafeBytes { _ = EncryptionScan.isUnknown($0) }
        }
    }
}

/// Bytes that are used up one after another; 0 when there are no more.
struct FuzzBytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isEmpty: Bool { rest.isEmpty }

    mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// From 0 to 1.
    mutating func share() -> Double { Double(byte()) / 255 }

    mutating func number(below limit: Int) -> Int { Int(byte()) % limit }

    mutating func integer() -> Int64 {
        Int64(truncatingIfNeeded: (0..<8).reduce(UInt64(0)) { sum, _ in sum << 8 | UInt64(byte()) })
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in byte() } }

    mutating func text(_ count: Int) -> String { String(decoding: bytes(count), as: UTF8.self) }
}
