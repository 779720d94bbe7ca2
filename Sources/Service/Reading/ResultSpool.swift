internal import Glibc
internal import Synchronization

/// How many bytes of results lie on the disk, and how many may.
final class SpoolBudget: Sendable {
    /// The disk's share is used up.
    struct Exhausted: Error {}

    private let most: Int
    private let used = Mutex(0)

    init(most: Int) { self.most = most }

    func take(_ count: Int) throws(Exhausted) {
        let fits = used.withLock { used in
            guard used + count <= most else { return false }
            used += count
            return true
        }
        guard fits else { throw Exhausted() }
    }

    func giveBack(_ count: Int) { used.withLock { $0 -= count } }

    var bytes: Int { used.withLock { $0 } }
}

/// What a reader gives, on the disk: written as fast as it comes and read as fast as the client takes it, so that a slow
/// client holds no reader.
final class ResultSpool: Sendable {
    private struct State {
        var size = 0
        var isFinished = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let file: NamelessFile
    private let budget: SpoolBudget
    private let state = Mutex(State())

    init(in folder: String, budget: SpoolBudget) throws(NamelessFile.Failed) {
        file = try NamelessFile(in: folder)
        self.budget = budget
    }

    /// Takes a copy of a file.
    ///
    /// - Throws: `SpoolBudget.Exhausted`, `NamelessFile.Failed`.
    convenience init(copying path: String, in folder: String, budget: SpoolBudget) throws {
        let source = NamelessFile(descriptor: open(path, O_RDONLY | O_CLOEXEC))
        try self.init(in: folder, budget: budget)
        while true {
            let bytes = try source.read(at: size, upTo: Self.chunk)
            guard !bytes.isEmpty else { return }
            try append(bytes)
        }
    }

    deinit { budget.giveBack(size) }

    /// In bytes, so far.
    var size: Int { state.withLock { $0.size } }

    var isFinished: Bool { state.withLock { $0.isFinished } }

    /// - Throws: `SpoolBudget.Exhausted`, `NamelessFile.Failed`.
    func append(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { return }
        try budget.take(bytes.count)
        let place = size
        do {
            try bytes.withUnsafeBytes { try file.write($0, at: place) }
        } catch {
            budget.giveBack(bytes.count)
            throw error
        }
        wake { $0.size += bytes.count }
    }

    /// Nothing is added afterwards.
    func finish() { wake { $0.isFinished = true } }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until there is more than so many bytes, or there will be none.
    func news(behind place: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.size > place || state.isFinished { return true }
                state.waiting.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func waitForEnd() async {
        while !isFinished { await news(behind: .max) }
    }

    /// In bytes, of one piece that is read.
    static let chunk = 1 << 16

    /// The next piece; none where there is no more yet.
    func piece(at place: Int) throws(NamelessFile.Failed) -> [UInt8] {
        let count = min(Self.chunk, size - place)
        return count > 0 ? try file.read(at: place, upTo: count) : []
    }

    /// Hands out all lines of a finished spool, without their line feeds.
    func forEachLine(_ body: ([UInt8]) throws -> Void) throws {
        var (place, rest) = (0, [UInt8]())
        while true {
            let bytes = try piece(at: place)
            guard !bytes.isEmpty else { break }
            place += bytes.count
            rest += bytes
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                try body(Array(rest[start..<end]))
                start = end + 1
            }
            rest.removeFirst(start)
        }
        if !rest.isEmpty { try body(rest) }
    }
}
