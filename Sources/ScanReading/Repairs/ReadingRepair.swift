internal import PageImage
internal import PageModel

/// A line as it was read, with the picture that was read.
struct ReadLine {
    var reading: LineReading
    var crop: GrayImage
    /// Height of a Chinese character of the line, pixels; of a line without any, at most as much.
    var em: Double
}

/// One repair of readings, told by the picture and the neighbours: what the engine's first choice was not.
///
/// `ReadingRepairs` says in which order they run, and keeps what each of them changed.
protocol ReadingRepair {
    /// What the trace calls it.
    static var name: String { get }
    /// It can only be told by an engine that knows where each character stands, not only roughly.
    static var needsPlaces: Bool { get }

    /// The readings of one page's lines, in the same order.
    func repaired(_ lines: [ReadLine]) -> [LineReading]
}

extension ReadingRepair {
    static var name: String { "\(Self.self)" }
    static var needsPlaces: Bool { false }
}

/// A repair that looks at one line alone.
protocol LineRepair: ReadingRepair {
    func repaired(_ line: ReadLine) -> LineReading
}

extension LineRepair {
    func repaired(_ lines: [ReadLine]) -> [LineReading] { lines.map { repaired($0) } }
}

extension LineReading {
    /// The stretch that repairs changed in all; nil where they changed but the width of characters and their spaces.
    var misreading: Misreading? {
        guard let read = repairs.first.map({ Array($0.before.unicodeScalars) }) else { return nil }
        let kept = characters.map(\.scalar)
        let inked = { (scalars: [Unicode.Scalar]) in scalars.map(\.narrow).filter { $0 != " " } }
        guard inked(read) != inked(kept) else { return nil }
        let head = zip(read, kept).prefix { $0 == $1 }.count
        let tail = zip(read.dropFirst(head).reversed(), kept.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return Misreading(
            glyphs: head..<(kept.count - tail), text: String(joining: Array(read[head..<(read.count - tail)]))
        )
    }
}
