/// The version of the program; results of another version are not taken over from a ledger.
public let zhibiaoVersion = "0.1.0"
