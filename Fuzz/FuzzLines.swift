import Foundation

@testable import Bulk

extension FuzzTarget {
    /// What is read is written as it was, however the bytes are cut.
    func cutFrames(_ bytes: [UInt8]) {
        func frames(pieces: Int) -> [Frame] {
            var (reader, found): (FrameReader, [Frame]) = (FrameReader(), [])
            var rest = bytes[...]
            while !rest.isEmpty {
                reader.append(rest.prefix(pieces))
                rest = rest.dropFirst(pieces)
                do {
                    while let frame = try reader.next() { found.append(frame) }
                } catch {
                    return found
                }
            }
            return found
        }
        let whole = frames(pieces: max(1, bytes.count))
        precondition(bytes.starts(with: whole.flatMap(\.bytes)))
        precondition(frames(pieces: 3).starts(with: whole))
        for frame in whole { takePayload(frame) }
        takeMadeUp(bytes)
    }

    /// The first byte names the kind: a checksum that fits is not found by chance.
    private func takeMadeUp(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        takePayload(Frame(Frame.Kind.allCases[Int(first) % Frame.Kind.allCases.count], Array(bytes.dropFirst())))
    }

    private func takePayload(_ frame: Frame) {
        _ = WorkerPlace(payload: frame.payload)
        _ = Sandbox(text: frame.payload)
        for job in [WorkerJob.records, .tables(nil), .runs, .inspection] {
            var receipt = DocumentReceipt(job: job, sha256: Self.hash)
            guard case .place(let place)? = try? receipt.take(frame) else { continue }
            precondition(place.page > 0)
        }
    }

    static let hash = String(repeating: "0", count: 64)

    /// What is let through is lines of JSON that another reader takes too, the same however the bytes are cut.
    func checkLines(_ bytes: [UInt8]) {
        for tags in [Set<DocumentLines.Tag>([.form, .indicator]), [.table], [.run]] {
            let whole = checked(bytes, tags, pieces: max(1, bytes.count))
            for line in whole?.split(separator: 0x0A) ?? [] {
                let json = Data(line.dropFirst())
                precondition((try? JSONSerialization.jsonObject(with: json)) is [String: Any])
            }
            guard let cut = checked(bytes, tags, pieces: 5) else {
                precondition(whole == nil)
                continue
            }
            precondition(cut == whole)
        }
    }

    private func checked(_ bytes: [UInt8], _ tags: Set<DocumentLines.Tag>, pieces: Int) -> [UInt8]? {
        var checker = LineChecker(sha256: Self.hash, tags: tags, longestLine: 1 << 16, mostBytes: 1 << 20)
        var (rest, found): (ArraySlice<UInt8>, [UInt8]) = (bytes[...], [])
        while !rest.isEmpty {
            guard let lines = try? checker.take(Array(rest.prefix(pieces))) else { return nil }
            found += lines
            rest = rest.dropFirst(pieces)
        }
        return found
    }

    /// Names go into kept lines the same way, however they are cut.
    func nameLines(_ bytes: [UInt8]) {
        let whole = named(bytes, pieces: max(1, bytes.count))
        precondition(named(bytes, pieces: 7) == whole)
    }

    private func named(_ bytes: [UInt8], pieces: Int) -> [[UInt8]] {
        var naming = LineNaming(name: "a\"\n.pdf", original: bytes.count % 2 == 0 ? nil : "b.pdf")
        var (rest, found): (ArraySlice<UInt8>, [[UInt8]]) = (bytes[...], [])
        while !rest.isEmpty {
            let part = Array(rest.prefix(pieces))
            do {
                try part.withUnsafeBytes { try naming.add($0) { line, _ in found.append(line) } }
            } catch {
                return found
            }
            rest = rest.dropFirst(pieces)
        }
        return found
    }
}
