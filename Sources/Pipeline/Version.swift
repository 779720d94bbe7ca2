/// The version of the program; results of another version are not taken over from a ledger.
public let zhibiaoVersion = "0.1.0"

/// Raised with every change of the rules that changes the bytes of results, so that a ledger does not take records of
/// older rules for done. A test over the corpora fails until it is.
public let recordsRevision = 5
