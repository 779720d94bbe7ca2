import Pipeline
import Testing

@testable import Service

@Suite struct ServiceMetricsTests {
    /// Documents are counted by what became of them, and nothing of theirs is a label.
    @Test func documentsAreCountedByTheirCodes() throws {
        let metrics = ServiceMetrics()
        func note(_ outcome: ReadingOutcome) throws {
            let order = try TestOrder.make(tenant: "secret")
            order.end(outcome)
            metrics.note(order, seconds: 0.2)
        }
        try note(.read(failures: [], problems: []))
        let failure = Failure(file: "secret.pdf", sha256: nil, stage: .open, code: .damaged, message: "secret")
        try note(.read(failures: [failure, failure], problems: []))
        try note(.unwanted)
        try note(.refused(Problem(.noReader, "secret")))
        let text = metrics.text(load: (3, 2), bytes: 7)
        for result in ["read", "damaged", "unwanted", "no_reader"] {
            #expect(text.contains("zhibiao_documents_total{kind=\"records\",result=\"\(result)\"} 1\n"))
        }
        #expect(text.contains("zhibiao_waiting 3.0\n") && text.contains("zhibiao_result_bytes 7.0\n"))
        #expect(!text.contains("secret"))
    }
}
