internal import CoreMetrics
internal import Synchronization

/// Keeps metrics and writes them as Prometheus reads them: a small backend of swift-metrics.
final class MetricRegistry: MetricsFactory {
    /// What a metric is called, with its labels in order.
    struct Key: Hashable, Comparable {
        var name: String
        /// Such as `{route="/v1/records",status="200"}`; empty for none.
        var labels: String

        init(_ name: String, _ dimensions: [(String, String)]) {
            self.name = name
            let pairs = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }
            labels = pairs.joined(separator: ",")
        }

        private static func escaped(_ text: String) -> String {
            text.map { character in
                switch character {
                case "\\": "\\\\"
                case "\"": "\\\""
                case "\n": "\\n"
                default: String(character)
                }
            }.joined()
        }

        /// With one more label.
        func line(suffix: String = "", _ label: String? = nil) -> String {
            let all = [labels, label ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
            return name + suffix + (all.isEmpty ? "" : "{\(all)}")
        }

        static func < (left: Key, right: Key) -> Bool { (left.name, left.labels) < (right.name, right.labels) }
    }

    private let counters = Mutex<[Key: Count]>([:])
    private let gauges = Mutex<[Key: Gauge]>([:])
    private let timers = Mutex<[Key: Histogram]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counters.withLock { $0.handler(Key(label, dimensions)) { Count() } }
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        gauges.withLock { $0.handler(Key(label, dimensions)) { Gauge() } }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauges.withLock { $0.handler(Key(label, dimensions)) { Gauge() } }
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        timers.withLock { $0.handler(Key(label, dimensions)) { Histogram() } }
    }

    // What was counted stays.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    /// All metrics, in the text format of Prometheus, sorted.
    var text: String {
        var lines: [String] = []
        var named = ""
        func head(_ key: Key, _ type: String) {
            if named != key.name { lines.append("# TYPE \(key.name) \(type)") }
            named = key.name
        }
        for (key, count) in counters.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            head(key, "counter")
            lines.append("\(key.line()) \(count.value)")
        }
        for (key, gauge) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            head(key, "gauge")
            lines.append("\(key.line()) \(gauge.value)")
        }
        for (key, histogram) in timers.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            head(key, "histogram")
            lines += histogram.lines(key)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Dictionary {
    /// The value that is there, or a new one that stays.
    fileprivate mutating func handler(_ key: Key, _ make: () -> Value) -> Value {
        if let value = self[key] { return value }
        let value = make()
        self[key] = value
        return value
    }
}

private final class Count: CounterHandler {
    private let count = Mutex<Int64>(0)

    var value: Int64 { count.withLock { $0 } }
    func increment(by amount: Int64) { count.withLock { $0 += amount } }
    func reset() { count.withLock { $0 = 0 } }
}

/// Also what a recorder has noted last.
private final class Gauge: MeterHandler, RecorderHandler {
    private let last = Mutex(0.0)

    var value: Double { last.withLock { $0 } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { last.withLock { $0 = value } }
    func increment(by amount: Double) { last.withLock { $0 += amount } }
    func decrement(by amount: Double) { last.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// Counts durations in classes.
private final class Histogram: TimerHandler {
    /// Upper ends of the classes, in seconds.
    private static let ends = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

    private struct State {
        var counts = [Int](repeating: 0, count: Histogram.ends.count)
        var count = 0
        var sum = 0.0
    }

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        state.withLock { state in
            state.count += 1
            state.sum += seconds
            for (index, end) in Self.ends.enumerated() where seconds <= end { state.counts[index] += 1 }
        }
    }

    func lines(_ key: MetricRegistry.Key) -> [String] {
        let state = state.withLock { $0 }
        let classes = zip(Self.ends, state.counts).map { end, count in
            "\(key.line(suffix: "_bucket", "le=\"\(end)\"")) \(count)"
        }
        return classes + [
            "\(key.line(suffix: "_bucket", "le=\"+Inf\"")) \(state.count)", "\(key.line(suffix: "_sum")) \(state.sum)",
            "\(key.line(suffix: "_count")) \(state.count)",
        ]
    }
}
