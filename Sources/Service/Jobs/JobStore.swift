internal import Foundation
internal import Normalize

/// A document that is read while nobody waits.
struct Job: Sendable {
    enum State: String, Sendable {
        case waiting
        case done
        case failed
    }

    /// 128 random bits in hexadecimal digits.
    let id: String
    let order: ReadingOrder
    let created: Date
    /// When it was seen to have ended.
    var ended: Date?

    var state: State {
        switch order.outcome {
        case nil: .waiting
        case .read: .done
        case .refused, .unwanted: .failed
        }
    }

    var json: JSONValue {
        .object([
            "id": .string(id), "kind": .string(order.kind.name), "state": .string(state.rawValue),
            "created": .string(created.formatted(.iso8601)), "result": .string("/v1/jobs/\(id)/result"),
        ])
    }
}

/// The jobs of all tenants, each seen by its own only. They end with the program.
actor JobStore {
    private var jobs: [String: Job] = [:]
    private let most: Int
    private let keepSeconds: Double
    private let now: @Sendable () -> Date

    /// - Parameter most: Jobs of one tenant.
    init(most: Int, keepSeconds: Double, now: @escaping @Sendable () -> Date = { Date() }) {
        (self.most, self.keepSeconds, self.now) = (most, keepSeconds, now)
    }

    /// - Throws: `busy` when the tenant has as many jobs as it may have; the oldest that is done makes room.
    func add(_ order: ReadingOrder) throws(Problem) -> Job {
        sweep()
        let own = jobs.values.filter { $0.order.tenant == order.tenant }
        if own.count >= most {
            guard let oldest = own.filter({ $0.ended != nil }).min(by: { $0.created < $1.created }) else {
                throw Problem(.busy, "\(own.count) jobs wait already. Try again later.", retryAfter: 60)
            }
            jobs[oldest.id] = nil
        }
        let job = Job(id: Self.newID(), order: order, created: now())
        jobs[job.id] = job
        return job
    }

    /// - Throws: `not_found` also for the job of another.
    func job(_ id: String, of tenant: Tenant) throws(Problem) -> Job {
        sweep()
        guard let job = jobs[id], job.order.tenant == tenant else {
            throw Problem(.notFound, "There is no such job. Results are kept for \(Int(keepSeconds)) s.")
        }
        return job
    }

    /// Ends a job and forgets it.
    func remove(_ id: String, of tenant: Tenant) throws(Problem) {
        try job(id, of: tenant).order.abandon()
        jobs[id] = nil
    }

    /// Forgets what was kept for long enough.
    func sweep() {
        let time = now()
        for (id, job) in jobs where job.state != .waiting {
            guard let ended = job.ended else {
                jobs[id]?.ended = time
                continue
            }
            if time.timeIntervalSince(ended) >= keepSeconds { jobs[id] = nil }
        }
    }

    private static func newID() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let part = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - part.count) + part
        }.joined()
    }
}
