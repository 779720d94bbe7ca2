internal import Foundation
public import Logging
internal import Normalize
internal import Pipeline

/// Writes each message as one line: words for people, or JSON for programs.
public struct LineLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel = Logger.Level.info
    private let isJSON: Bool
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Gets each line with its line feed, from any thread.
    public init(isJSON: Bool, write: @escaping @Sendable (String) -> Void) {
        self.isJSON = isJSON
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let time = Date().formatted(.iso8601)
        guard isJSON else {
            let words = all.map { "\($0.key)=\($0.value)" }
            let text = ([event.message.description] + words).joined(separator: " ").shown
            write("\(time) \(event.level) \(text)\n")
            return
        }
        var members = [
            JSONMember("time", .string(time)), JSONMember("level", .string(event.level.rawValue)),
            JSONMember("message", .string(event.message.description)),
        ]
        members += all.map { JSONMember($0.key, .string($0.value.description)) }
        var writer = JSONWriter()
        writer.writeLine(.object(members))
        write(String(decoding: writer.bytes, as: UTF8.self))
    }
}
