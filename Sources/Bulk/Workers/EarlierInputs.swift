internal import Pipeline

/// What earlier runs into a folder had as inputs and this one has not found.
struct EarlierInputs {
    let ledger: Ledger
    let named: NamedPaths

    /// Decides what becomes of them, after all inputs are noted.
    ///
    /// - Returns: How many are gone from the folders that are named.
    /// - Throws: `UsageError` when there are others and nobody said what is to become of them.
    func settle(_ policy: BulkSettings.Earlier, folder: String) throws -> Int {
        let left = try ledger.earlierInputs(outside: named)
        guard left.outside > 0, let first = left.first else { return left.gone }
        switch policy {
        case .replace: break
        case .add: try ledger.keepEarlier(outside: named)
        case .refuse:
            try ledger.forgetRun()
            throw UsageError(
                "\(folder) holds \(left.outside) documents that lie below none of the paths named now, such as "
                    + "\(InputPath.name(of: first)). Keep them in the results with --add, leave them out with --replace, "
                    + "or choose another folder with --out.")
        }
        return left.gone
    }
}
