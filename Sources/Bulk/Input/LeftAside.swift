internal import Pipeline

/// What a search met and left alone: files that are no documents by their names, links to nothing, and the run's own files.
public struct LeftAside: Hashable, Sendable {
    public private(set) var count = 0
    /// The first of them.
    public private(set) var names: [String] = []
    private let mostNames = 5

    public init() {}

    mutating func add(_ path: [UInt8]) {
        count += 1
        if names.count < mostNames { names.append(InputPath.name(of: path)) }
    }
}
