/// A share of an archive, the same on every machine: what falls into it depends on nothing but the names of the inputs.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
    /// From 1 to `count`.
    public let index: Int
    public let count: Int

    /// From "2/8"; nil when it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), index >= 1, index <= count else {
            return nil
        }
        self.index = index
        self.count = count
    }

    public var description: String { "\(index)/\(count)" }

    /// - Parameter name: The path below the folder that was named, or the file as it was named: machines that reach an
    ///   archive under different paths agree.
    func contains(_ name: some Sequence<UInt8>) -> Bool {
        var hash = StableHash()
        hash.add(name)
        return Int(hash.value % UInt64(count)) == index - 1
    }
}
