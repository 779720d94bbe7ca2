internal import Pipeline

/// An input as it was found in the file system.
struct FoundInput: Hashable, Sendable {
    var path: [UInt8]
    /// Size in bytes and time of the last change in nanoseconds since 1970; nil when it cannot be looked at.
    var stamp: FileStamp?
    /// Why it cannot be converted whatever it holds, such as a folder that cannot be listed.
    var fault: DocumentFault?
}

/// What tells without reading a file that it has changed.
struct FileStamp: Hashable, Sendable {
    var size: Int64
    var modified: Int64
}
