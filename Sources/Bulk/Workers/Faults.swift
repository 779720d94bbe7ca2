internal import CSandbox
internal import Glibc

/// Faults put into workers on purpose, so that tests can see a run survive them.
///
/// The variable `ZHIBIAO_FAULTS` holds "seed:rate" or "seed:rate:kind,kind…": of all documents the share `rate` (0…1),
/// picked by their content and the seed, gets one of the kinds on its first
/// or second page, the same in every run.
package struct Faults: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case abort
        case loop
        case allocate
        case exit
        case garbage
        case slow
        case overflow
    }

    private let seed: UInt64
    private let rate: Double
    private let kinds: [Kind]

    /// Nil when the text is none of that.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 || parts.count == 3, let seed = UInt64(parts[0]), let rate = Double(parts[1]),
            (0...1).contains(rate)
        else { return nil }
        self.seed = seed
        self.rate = rate
        guard parts.count == 3 else {
            kinds = Kind.allCases
            return
        }
        let kinds = parts[2].split(separator: ",").map { Kind(rawValue: String($0)) }
        guard !kinds.isEmpty, kinds.allSatisfy({ $0 != nil }) else { return nil }
        self.kinds = kinds.compactMap { $0 }
    }

    /// The fault of a document and the page, 1 or 2, at which it strikes; nil for most documents.
    package func fault(of sha256: String) -> (kind: Kind, page: Int)? {
        var hash = StableHash(seed: seed)
        hash.add(sha256.utf8)
        let share = Double(hash.value >> 11) / Double(UInt64(1) << 53)
        guard share < rate else { return nil }
        hash.add("kind".utf8)
        let kind = kinds[Int(hash.value % UInt64(kinds.count))]
        hash.add("page".utf8)
        return (kind, Int(hash.value % 2) + 1)
    }

    /// Does it. Returns only for `slow`.
    ///
    /// - Parameter pipe: Where garbage goes.
    static func commit(_ kind: Kind, pipe: Int32) {
        switch kind {
        case .abort: Glibc.abort()
        case .loop: while true { sleep(1000) }
        case .allocate:
            var hoard: [UnsafeMutableRawPointer] = []
            while true {
                // As a library in C does: null means that nothing is left.
                guard let more = malloc(16 << 20) else { Glibc.abort() }
                memset(more, 1, 16 << 20)
                hoard.append(more)
            }
        case .exit: Glibc.exit(0)
        case .garbage:
            let rubbish = [UInt8](repeating: 0x2A, count: 1000)
            rubbish.withUnsafeBytes { _ = write(pipe, $0.baseAddress, $0.count) }
            sleep(1000)
        case .slow: usleep(300_000)
        case .overflow: zb_overflow_stack()
        }
    }
}
