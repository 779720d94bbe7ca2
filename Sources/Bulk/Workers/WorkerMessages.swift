internal import Foundation
package import Pipeline
package import TableRecon

/// What documents are read for.
package enum WorkerJob: Codable, Hashable, Sendable {
    /// Forms and their indicators.
    case records
    /// The same, and for each of their fields where it stands.
    case evidence
    /// All tables, found in one way or, for nil, in whatever way fits; or those that are marked.
    case tables(TableMethod?, marks: TableMarks = TableMarks())
    case runs
    /// The page of `inspect`, behind its beginning.
    case inspection

    var givesRecords: Bool { self == .records || self == .evidence }
}

/// What a worker needs to know before its first document. The socket to a program that reads scans comes with it.
package struct WorkerSetup: Codable, Sendable {
    package var job = WorkerJob.records
    package var conversion: ConversionSettings
    /// Bytes of private memory; 0 for no limit.
    package var memory: UInt64
    /// Lines are sent page by page, not when there are many.
    package var isEager = false

    package init(conversion: ConversionSettings, memory: UInt64) {
        self.conversion = conversion
        self.memory = memory
    }
}

/// A document to be converted, without the pages on which an earlier worker died. Its descriptor comes with it.
package struct WorkerOrder: Hashable, Sendable {
    /// Of the content; the run has made sure of it.
    package var sha256: String
    package var skippedPages: Set<Int> = []
    /// Stands in the page of `inspect`, nowhere else.
    package var name = ""

    package init(sha256: String, skippedPages: Set<Int> = []) {
        self.sha256 = sha256
        self.skippedPages = skippedPages
    }

    /// Number of skipped pages and the pages, the length of the hash in 32 bits each, the hash, and the name to the end.
    package var payload: [UInt8] {
        var out: [UInt8] = []
        let hash = Array(sha256.utf8)
        for figure in [skippedPages.count] + skippedPages.sorted() + [hash.count] {
            out.append(littleEndian: UInt32(clamping: figure))
        }
        return out + hash + Array(name.utf8)
    }

    package init?(payload: [UInt8]) {
        var rest = payload[...]
        func figure() -> Int? {
            guard rest.count >= 4 else { return nil }
            defer { rest = rest.dropFirst(4) }
            return Int(payload.littleEndian(at: rest.startIndex))
        }
        guard let pages = figure(), pages <= rest.count / 4 else { return nil }
        for _ in 0..<pages { if let page = figure() { skippedPages.insert(page) } }
        guard let length = figure(), length <= rest.count else { return nil }
        sha256 = String(decoding: rest.prefix(length), as: UTF8.self)
        name = String(decoding: rest.dropFirst(length), as: UTF8.self)
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

    /// Whether a worker that was there can get here: from page to page, and on each from reading to looking.
    func follows(_ earlier: WorkerPlace?) -> Bool {
        guard page >= 1, stage != .open else { return false }
        guard let earlier else { return true }
        return page > earlier.page || page == earlier.page && earlier.stage == .text && stage == .normalize
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
