internal import Foundation
package import Pipeline

/// What a worker needs to know before its first document.
package struct WorkerSetup: Codable, Sendable {
    package var conversion: ConversionSettings
    /// Bytes of private memory; 0 for no limit.
    package var memory: UInt64

    package init(conversion: ConversionSettings, memory: UInt64) {
        self.conversion = conversion
        self.memory = memory
    }
}

/// A document to be converted, without the pages on which an earlier worker died.
package struct WorkerOrder: Hashable, Sendable {
    /// The path as the file system knows it, which need not be UTF-8.
    package var path: [UInt8]
    package var skippedPages: Set<Int>

    package init(path: [UInt8], skippedPages: Set<Int> = []) {
        self.path = path
        self.skippedPages = skippedPages
    }

    /// The number of pages, the pages, the path.
    package var payload: [UInt8] {
        var out: [UInt8] = []
        out.append(littleEndian: UInt32(skippedPages.count))
        for page in skippedPages.sorted() { out.append(littleEndian: UInt32(page)) }
        return out + path
    }

    package init?(payload: [UInt8]) {
        guard payload.count >= 4 else { return nil }
        let count = Int(payload.littleEndian(at: 0))
        guard count <= (payload.count - 4) / 4 else { return nil }
        skippedPages = Set((0..<count).map { Int(payload.littleEndian(at: 4 + 4 * $0)) })
        path = Array(payload[(4 + 4 * count)...])
    }
}

/// Where in a document a worker is.
package struct WorkerPlace: Hashable, Sendable {
    package var stage: Failure.Stage
    /// From 1.
    package var page: Int

    package init(stage: Failure.Stage, page: Int) {
        self.stage = stage
        self.page = page
    }

    package var payload: [UInt8] {
        var out: [UInt8] = []
        out.append(littleEndian: UInt32(page))
        return out + Array(stage.rawValue.utf8)
    }

    package init?(payload: [UInt8]) {
        guard payload.count >= 4, let stage = Failure.Stage(rawValue: String(decoding: payload[4...], as: UTF8.self))
        else { return nil }
        self.init(stage: stage, page: Int(payload.littleEndian(at: 0)))
    }
}

extension Encodable {
    /// As JSON with its keys in order, so that the same value gives the same bytes.
    var jsonBytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings, integers and arrays of them: nothing here can fail to encode.
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }
}

extension Decodable {
    init?(jsonBytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(Self.self, from: Data(jsonBytes)) else { return nil }
        self = value
    }
}
