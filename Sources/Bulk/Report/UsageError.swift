internal import Pipeline

/// What is asked for cannot be done as it is asked: the command is to be changed. Exit status 2.
public struct UsageError: Error, CustomStringConvertible, Sendable {
    public var description: String

    public init(_ description: String) { self.description = description }
}
