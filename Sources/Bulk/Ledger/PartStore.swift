internal import Glibc
internal import Pipeline

/// The lines of converted documents before they are put in order: a few files to which they are appended.
///
/// One file for each worker and run. A range of such a file counts only when the ledger names it, and the ledger names
/// it only after it is on the disk; a tail that a killed run left behind is never read.
final class PartStore {
    private let folder: String
    private var next: Int64 = 1
    /// The files that were there at the start.
    private var present: Set<Int64> = []
    private var open: [Int64: Int32] = [:]
    private let mostOpen = 64

    /// Makes the folder when it is missing.
    init(folder: String) throws(OutputError) {
        self.folder = folder
        mkdir(folder, 0o777)
        guard let listing = opendir(folder) else {
            throw OutputError(
                description: "The folder \(folder) cannot be made or read. Check that you may write there.")
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Self.number(of: name) { present.insert(number) }
        }
        // Past the last, unless that is as high as names go: then the first that is free.
        if let last = present.max(), last < Self.largestNumber { next = last + 1 }
    }

    deinit { for descriptor in open.values { close(descriptor) } }

    private static let ending = ".lines"

    private static let largestNumber: Int64 = 99_999_999

    /// Nil for a name that this program does not give.
    private static func number(of name: String) -> Int64? {
        guard name.hasSuffix(ending), let number = Int64(name.dropLast(ending.count)),
            (1...largestNumber).contains(number), Self.name(number) == name
        else { return nil }
        return number
    }

    private static func name(_ segment: Int64) -> String {
        let digits = String(segment)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ending
    }

    private func path(_ segment: Int64) -> String { "\(folder)/\(Self.name(segment))" }

    /// Compares the files with what the ledger expects of them: files that nobody needs go, and what is lost of the
    /// others is forgotten.
    func check(against ledger: Ledger) throws(OutputError) {
        let expected = try ledger.segmentLengths()
        for segment in present where expected[segment] == nil { unlink(path(segment)) }
        for (segment, length) in expected {
            var status = stat()
            if stat(path(segment), &status) != 0 || Int64(status.st_size) < length {
                try ledger.forgetContents(ofSegment: segment)
            }
        }
    }

    /// A new file to append to.
    func makeWriter() throws(OutputError) -> PartWriter {
        while access(path(next), F_OK) == 0 { next += 1 }
        defer { next += 1 }
        return try PartWriter(path: path(next), segment: next)
    }

    /// Hands out the bytes of a range, piece by piece.
    ///
    /// - Returns: Whether all of them were there and are those that were written.
    func readWhole(_ range: PartRange, _ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        guard range.start >= 0, range.length >= 0, range.length <= Int64.max - range.start else { return false }
        var checksum = Checksum()
        do {
            try read(range) { bytes in
                checksum.add(bytes)
                try body(bytes)
            }
        } catch is Damage {
            return false
        }
        return checksum.value == range.checksum
    }

    /// Bytes of a part that are lost, or are no lines.
    struct Damage: Error {}

    private func read(_ range: PartRange, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let descriptor = try descriptor(of: range.segment)
        var (offset, rest) = (range.start, range.length)
        let size = Int(min(rest, 1 << 18))
        try withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
            while rest > 0 {
                let count = pread(descriptor, buffer.baseAddress, Int(min(Int64(size), rest)), Int(offset))
                guard count > 0 else { throw Damage() }
                try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                offset += Int64(count)
                rest -= Int64(count)
            }
        }
    }

    private func descriptor(of segment: Int64) throws(Damage) -> Int32 {
        if let descriptor = open[segment] { return descriptor }
        if open.count >= mostOpen {
            for descriptor in open.values { close(descriptor) }
            open.removeAll()
        }
        let descriptor = Glibc.open(path(segment), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Damage() }
        open[segment] = descriptor
        return descriptor
    }
}

/// Appends the lines of one document after another to a file of parts.
final class PartWriter {
    let segment: Int64
    private let path: String
    private let descriptor: Int32
    /// Where the current document begins, and where the file ends.
    private var start: Int64 = 0
    private var end: Int64 = 0
    private var isSynchronised = true
    /// Of the current document.
    private var checksum = Checksum()

    init(path: String, segment: Int64) throws(OutputError) {
        self.path = path
        self.segment = segment
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw OutputError(
                description: "\(path) cannot be made: \(String(cString: strerror(errno))). "
                    + "Check that you may write there.")
        }
    }

    deinit {
        close(descriptor)
        if end == 0 { unlink(path) }
    }

    func append(_ bytes: [UInt8]) throws(OutputError) {
        guard writeAll(bytes, to: descriptor) else {
            throw OutputError(
                description: "\(path) cannot be written: \(String(cString: strerror(errno))). "
                    + "Make room and run the same command again: what is done so far is kept.")
        }
        bytes.withUnsafeBytes { checksum.add($0) }
        end += Int64(bytes.count)
        isSynchronised = false
    }

    /// Ends the document: its lines are those since the last one.
    func finish() -> PartRange {
        defer {
            start = end
            checksum = Checksum()
        }
        return PartRange(segment: segment, start: start, length: end - start, checksum: checksum.value)
    }

    /// Forgets the lines of a document that is begun anew or given up.
    func rollBack() {
        checksum = Checksum()
        guard end > start else { return }
        ftruncate(descriptor, Int(start))
        lseek(descriptor, Int(start), SEEK_SET)
        end = start
    }

    /// Waits until the disk has it all, so that the ledger can speak of it.
    func synchronise() {
        guard !isSynchronised else { return }
        fdatasync(descriptor)
        isSynchronised = true
    }
}
