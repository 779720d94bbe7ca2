internal import Normalize
internal import Pipeline

/// Puts the lines of all inputs in order and into the files of the output folder.
struct ResultWriter {
    let ledger: Ledger
    let parts: PartStore
    let output: OutputFolder

    /// - Parameter onFailure: Called with each line of the failure list.
    /// - Returns: Contents whose lines are damaged. When there are any nothing is put in place.
    func write(onFailure: (Failure) -> Void) throws -> Set<String> {
        var damaged: Set<String> = []
        try ledger.forEachResult { result in
            let name = InputPath.name(of: result.path)
            for fault in result.faults {
                let failure = fault.failure(of: name, sha256: result.sha256)
                try output.write(failure.json, to: .failures)
                onFailure(failure)
            }
            guard let range = result.part, let sha256 = result.sha256 else { return }
            var naming = LineNaming(name: name, original: result.original.map(InputPath.name))
            let isWhole = try parts.readWhole(range) { bytes in
                try naming.add(bytes) { line, tag in
                    guard let stream = tag.stream else { throw PartStore.Damage() }
                    try output.write(line, to: stream)
                }
            }
            if !isWhole { damaged.insert(sha256) }
        }
        if damaged.isEmpty { try output.commit() }
        return damaged
    }
}

/// Puts the name of a file into lines that were kept without it, and that of the first file of the same content.
struct LineNaming {
    private let name: [UInt8]
    /// The member that takes the place of the one without a name; nil for the first file of a content.
    private let original: [UInt8]?
    /// A line whose end has not come.
    private var rest: [UInt8] = []

    /// - Parameter original: The first file of the same content; nil when it is this one.
    init(name: String, original: String? = nil) {
        self.name = Self.json(name)
        self.original = original.map { DocumentLines.originalKey + Self.json($0) }
    }

    private static func json(_ name: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(.string(name))
        return writer.bytes
    }

    /// Takes the next bytes of a document and hands out the lines that are complete.
    ///
    /// - Throws: `PartStore.Damage` for a line that belongs nowhere.
    /// - Complexity: Linear in all bytes, however they are cut.
    mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ body: ([UInt8], DocumentLines.Tag) throws -> Void
    ) throws {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            rest += UnsafeRawBufferPointer(rebasing: bytes[start...end])
            start = end + 1
            guard let first = rest.first, let tag = DocumentLines.Tag(rawValue: first) else { throw PartStore.Damage() }
            try body(named(rest), tag)
            rest.removeAll(keepingCapacity: true)
        }
        rest += UnsafeRawBufferPointer(rebasing: bytes[start...])
    }

    /// - Parameter line: With its tag, which is left out.
    private func named(_ line: [UInt8]) -> [UInt8] {
        let cut = line.withUnsafeBufferPointer { line in
            DocumentLines.placeForName(in: UnsafeBufferPointer(rebasing: line.dropFirst()))
        }
        guard let cut else { return Array(line.dropFirst()) }
        let rest = line[(cut + 3)...]
        // Between the name and this key of a source stand no texts that could look like it.
        guard let original, let place = rest.firstRange(of: DocumentLines.noOriginal) else {
            return line[1...cut] + name + rest
        }
        return line[1...cut] + name + rest[..<place.lowerBound] + original + rest[place.upperBound...]
    }
}
