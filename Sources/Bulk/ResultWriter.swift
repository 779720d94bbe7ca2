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
            var naming = LineNaming(name: name)
            let isWhole = try parts.readWhole(range) { bytes in
                try naming.add(bytes) { line, stream in try output.write(line, to: stream) }
            }
            if !isWhole { damaged.insert(sha256) }
        }
        if damaged.isEmpty { try output.commit() }
        return damaged
    }
}

/// Puts the name of a file into lines that were kept without it.
struct LineNaming {
    private let name: [UInt8]
    private var rest: [UInt8] = []

    init(name: String) {
        var writer = JSONWriter()
        writer.write(.string(name))
        self.name = writer.bytes
    }

    /// Takes the next bytes of a document and hands out the lines that are complete.
    mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ body: ([UInt8], OutputFolder.Stream) throws -> Void
    ) throws {
        rest += bytes
        var start = 0
        while let end = rest[start...].firstIndex(of: 0x0A) {
            guard end > start, let tag = DocumentLines.Tag(rawValue: rest[start]) else { throw PartStore.Damage() }
            let stream: OutputFolder.Stream = tag == .form ? .forms : .indicators
            try body(named(rest[(start + 1)...end]), stream)
            start = end + 1
        }
        rest.removeFirst(start)
    }

    private func named(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let mark = DocumentLines.emptyName
        guard let place = line.withUnsafeBytes({ Self.place(of: mark, in: $0) }) else { return Array(line) }
        // The mark ends with the empty name, two quotation marks.
        let cut = line.startIndex + place + mark.count - 2
        return Array(line[..<cut]) + name + Array(line[(cut + 2)...])
    }

    private static func place(of mark: [UInt8], in line: UnsafeRawBufferPointer) -> Int? {
        line.withMemoryRebound(to: UInt8.self) { line in
            var start = 0
            while start + mark.count <= line.count {
                guard let first = line[start...].firstIndex(of: mark[0]), first + mark.count <= line.count else {
                    return nil
                }
                if mark.indices.allSatisfy({ line[first + $0] == mark[$0] }) { return first }
                start = first + 1
            }
            return nil
        }
    }
}
