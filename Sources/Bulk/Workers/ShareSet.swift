internal import Pipeline

/// The shares that are to be joined.
struct ShareSet {
    private let shares: [(folder: String, shard: Shard)]

    /// - Throws: `OutputError` for a folder that holds no share.
    init(_ folders: [(folder: String, shard: String?)]) throws(OutputError) {
        var shares: [(String, Shard)] = []
        for (folder, text) in folders {
            guard let shard = text.flatMap({ Shard($0) }) else {
                throw OutputError(
                    description: "\(folder) holds a whole run, not a share: it was made without --shard. Name the "
                        + "folders of runs with --shard.")
            }
            shares.append((folder, shard))
        }
        self.shares = shares
    }

    /// - Throws: `OutputError` unless every share of one number is there, each once.
    func check() throws(OutputError) {
        guard let first = shares.first else { return }
        for share in shares where share.shard.count != first.shard.count {
            throw OutputError(
                description:
                    "\(first.folder) is share \(first.shard) and \(share.folder) is share \(share.shard): only "
                    + "shares of one number make a whole.")
        }
        var folders: [Int: String] = [:]
        for share in shares {
            if let other = folders.updateValue(share.folder, forKey: share.shard.index) {
                throw OutputError(
                    description: "\(other) and \(share.folder) are both share \(share.shard). Name one of them.")
            }
        }
        // A damaged ledger may speak of any number.
        let missing = (1...first.shard.count).lazy.filter { folders[$0] == nil }.prefix(10)
            .map { "\($0)/\(first.shard.count)" }
        guard missing.isEmpty else {
            throw OutputError(
                description: "Of \(first.shard.count) shares these are missing: \(missing.joined(separator: ", ")). "
                    + "Name their folders, too.")
        }
    }
}
