import Foundation
import Pipeline
import Synchronization
import Testing

@testable import Service

/// Orders as a test needs them: of an empty document.
enum TestOrder {
    static func make(
        _ kind: ReadingKind = .records, tenant: String = "anna", budget: SpoolBudget = SpoolBudget(most: 1 << 20)
    ) throws -> ReadingOrder {
        ReadingOrder(
            kind, of: UploadedDocument(file: try NamelessFile(in: "/tmp"), name: "a.pdf"), for: Tenant(name: tenant),
            conversion: ConversionSettings(), format: .lines,
            spools: (try ResultSpool(in: "/tmp", budget: budget), try ResultSpool(in: "/tmp", budget: budget)))
    }
}

@Suite struct JobStoreTests {
    private let anna = Tenant(name: "anna")
    private let bert = Tenant(name: "bert")

    @Test func aJobIsSeenByItsOwnTenantOnly() async throws {
        let store = JobStore(most: 5, keepSeconds: 60)
        let job = try await store.add(TestOrder.make())
        #expect(job.id.count == 32)
        #expect(try await store.job(job.id, of: anna).state == .waiting)
        await #expect(throws: Problem.self) { _ = try await store.job(job.id, of: bert) }
        await #expect(throws: Problem.self) { try await store.remove(job.id, of: bert) }
        #expect(job.order.isWanted)
        try await store.remove(job.id, of: anna)
        #expect(!job.order.isWanted)
        await #expect(throws: Problem.self) { _ = try await store.job(job.id, of: anna) }
    }

    @Test func resultsAreForgottenAfterATime() async throws {
        let time = Mutex(Date(timeIntervalSince1970: 0))
        let store = JobStore(most: 5, keepSeconds: 60, now: { time.withLock { $0 } })
        let job = try await store.add(TestOrder.make())
        time.withLock { $0 += 1000 }
        // It still waits.
        #expect(try await store.job(job.id, of: anna).state == .waiting)
        job.order.end(.read(failures: [], problems: []))
        #expect(try await store.job(job.id, of: anna).state == .done)
        time.withLock { $0 += 59 }
        #expect(try await store.job(job.id, of: anna).state == .done)
        time.withLock { $0 += 2 }
        await #expect(throws: Problem.self) { _ = try await store.job(job.id, of: anna) }
    }

    /// One tenant's jobs take nothing from another's.
    @Test func eachTenantHasItsOwnBound() async throws {
        let store = JobStore(most: 2, keepSeconds: 60)
        let first = try await store.add(TestOrder.make())
        _ = try await store.add(TestOrder.make())
        await #expect(throws: Problem.self) { _ = try await store.add(TestOrder.make()) }
        let other = try await store.add(TestOrder.make(tenant: "bert"))
        first.order.end(.unwanted)
        let third = try await store.add(TestOrder.make())
        await #expect(throws: Problem.self) { _ = try await store.job(first.id, of: anna) }
        #expect(try await store.job(third.id, of: anna).state == .waiting)
        #expect(try await store.job(other.id, of: bert).state == .waiting)
    }
}
