import Metrics
import Testing

@testable import Service

@Suite struct MetricRegistryTests {
    @Test func textIsThatOfPrometheus() {
        let registry = MetricRegistry()
        let labels = [("route", "/v1/records"), ("status", "200")]
        for _ in 0..<3 { Counter(label: "requests_total", dimensions: labels, factory: registry).increment() }
        Counter(label: "requests_total", dimensions: [("route", "a\"\\\n")], factory: registry).increment(by: 2)
        Meter(label: "waiting", dimensions: [], factory: registry).set(4)
        let timer = Timer(label: "seconds", dimensions: [("k", "v")], factory: registry)
        timer.recordNanoseconds(70_000_000)
        timer.recordNanoseconds(400_000_000_000)
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("#") } == [
                "# TYPE requests_total counter", "# TYPE waiting gauge", "# TYPE seconds histogram",
            ])
        #expect(lines.contains("requests_total{route=\"/v1/records\",status=\"200\"} 3"))
        #expect(lines.contains(#"requests_total{route="a\"\\\n"} 2"#))
        #expect(lines.contains("waiting 4.0"))
        #expect(lines.contains("seconds_bucket{k=\"v\",le=\"0.05\"} 0"))
        #expect(lines.contains("seconds_bucket{k=\"v\",le=\"0.1\"} 1"))
        #expect(lines.contains("seconds_bucket{k=\"v\",le=\"+Inf\"} 2"))
        #expect(lines.contains("seconds_count{k=\"v\"} 2"))
    }
}
