internal import CoreMetrics
internal import Pipeline

/// What the service counts. No name of a document and none of a tenant is a label.
struct ServiceMetrics: Sendable {
    let registry = MetricRegistry()
    let refused: Counter

    init() { refused = Counter(label: "zhibiao_refused_total", dimensions: [], factory: registry) }

    /// - Parameter route: The path as the service knows it, not as the client wrote it.
    func note(route: String, status: Int, seconds: Double) {
        let labels = [("route", route), ("status", String(status))]
        Counter(label: "zhibiao_requests_total", dimensions: labels, factory: registry).increment()
        Timer(label: "zhibiao_request_seconds", dimensions: [("route", route)], factory: registry)
            .recordNanoseconds(Int64(seconds * 1e9))
    }

    /// A document that a reader is done with.
    func note(_ order: ReadingOrder, seconds: Double) {
        let kind = ("kind", order.kind.name)
        Timer(label: "zhibiao_reading_seconds", dimensions: [kind], factory: registry)
            .recordNanoseconds(Int64(seconds * 1e9))
        for code in codes(of: order.outcome) {
            Counter(label: "zhibiao_documents_total", dimensions: [kind, ("result", code)], factory: registry)
                .increment()
        }
    }

    /// "read" where nothing is wrong, else the codes of what is.
    private func codes(of outcome: ReadingOutcome?) -> Set<String> {
        switch outcome {
        case .read(let failures, _): failures.isEmpty ? ["read"] : Set(failures.map(\.code.rawValue))
        case .refused(let problem): [problem.code]
        case .unwanted, nil: ["unwanted"]
        }
    }

    /// - Parameter bytes: Of results on the disk.
    func text(load: (waiting: Int, reading: Int), bytes: Int) -> String {
        let gauges = [
            ("zhibiao_waiting", load.waiting), ("zhibiao_reading", load.reading), ("zhibiao_result_bytes", bytes),
        ]
        for (name, value) in gauges { Meter(label: name, dimensions: [], factory: registry).set(value) }
        return registry.text
    }
}
