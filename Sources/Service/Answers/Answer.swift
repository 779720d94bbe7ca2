internal import Export
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Normalize
internal import Pipeline
internal import Review

/// Turns what comes of an order into a response.
struct Answer: Sendable {
    let order: ReadingOrder

    /// Waits until it is clear what the answer is, and no longer: lines go out while the document is read.
    ///
    /// - Throws: `Problem`.
    func response() async throws -> Response {
        if order.format == .lines {
            await order.lines.news(behind: 0)
        } else {
            await order.lines.waitForEnd()
        }
        if let outcome = order.outcome { try Self.check(outcome, order) }
        return Response(
            status: .ok, headers: [.contentType: order.format.contentType], body: body)
    }

    /// - Throws: `Problem` where nothing was read. A document without a form is an answer, not a problem.
    private static func check(_ outcome: ReadingOutcome, _ order: ReadingOrder) throws(Problem) {
        switch outcome {
        case .refused(let problem): throw problem
        case .unwanted: throw Problem(.busy, "The document was not read any more.", retryAfter: 1)
        case .read(let failures, _):
            guard order.lines.size == 0 || order.kind == .inspect, order.forms.size == 0 else { return }
            if let failure = failures.first(where: { $0.code != .noForm }) { throw Problem(failure) }
        }
    }

    private var body: ResponseBody {
        ResponseBody { [order] writer in
            do {
                for part in Self.head(order) { try await writer.write(ByteBuffer(bytes: part)) }
                try await Self.copy(order.answer, as: order.format, to: &writer)
                try await Self.finish(order, &writer)
                try await writer.finish(nil)
            } catch {
                // The client is gone.
                order.abandon()
                throw error
            }
        }
    }

    // MARK: The parts of a body

    private static func head(_ order: ReadingOrder) -> [[UInt8]] {
        switch (order.format, order.kind) {
        case (.json, let kind): [Array("{\"\(name(of: kind))\":[".utf8)]
        case (_, .inspect): [Array(DocumentInspector.beginning(.zh).utf8)]
        default: []
        }
    }

    private static func name(of kind: ReadingKind) -> String {
        if case .records = kind { "indicators" } else { kind.name }
    }

    /// Copies a spool, waiting for what is still to come.
    private static func copy(
        _ spool: ResultSpool, as format: AnswerFormat, to writer: inout any ResponseBodyWriter
    ) async throws {
        var place = 0
        while true {
            let isLast = spool.isFinished
            let piece = try spool.piece(at: place)
            if piece.isEmpty {
                if isLast { return }
                await spool.news(behind: place)
                continue
            }
            place += piece.count
            let bytes = format == .json ? elements(piece, isEnd: spool.isFinished && place == spool.size) : piece
            try await writer.write(ByteBuffer(bytes: bytes))
        }
    }

    /// Lines of JSON as elements of an array: only between lines there are line feeds.
    private static func elements(_ lines: [UInt8], isEnd: Bool) -> [UInt8] {
        let comma = UInt8(ascii: ",")
        let lineFeed = UInt8(ascii: "\n")
        var out = lines.map { $0 == lineFeed ? comma : $0 }
        if isEnd, out.last == comma { out[out.count - 1] = lineFeed }
        return out
    }

    /// What stands behind the lines: forms of a JSON document, and what is missing.
    private static func finish(_ order: ReadingOrder, _ writer: inout any ResponseBodyWriter) async throws {
        let missing = missing(order)
        switch order.format {
        case .json:
            try await writer.write(ByteBuffer(string: "],"))
            if order.kind == .records {
                try await writer.write(ByteBuffer(string: "\"forms\":["))
                try await copy(order.forms, as: .json, to: &writer)
                try await writer.write(ByteBuffer(string: "],"))
            }
            try await writer.write(ByteBuffer(string: text(.object(missing)).dropFirst() + "\n"))
        case .lines:
            // A last line of its own kind, only where something is missing.
            let isWhole = missing.allSatisfy { $0.value == .array([]) }
            if !isWhole { try await writer.write(ByteBuffer(string: text(.object(missing)) + "\n")) }
        case .csv, .xlsx, .html, .markdown: break
        }
    }

    /// Failures and problems; an end that is none of the document's is a failure, too.
    private static func missing(_ order: ReadingOrder) -> [JSONMember] {
        var (failures, problems): ([JSONValue], [JSONValue]) = ([], [])
        switch order.outcome {
        case .read(let list, let sentences):
            failures = list.map(\.json)
            problems = sentences.map { .object(["message": .string($0.message), "is_loss": .bool($0.isLoss)]) }
        case .refused(let problem): failures = [problem.json]
        case .unwanted, nil: break
        }
        return [JSONMember("failures", .array(failures)), JSONMember("problems", .array(problems))]
    }

    private static func text(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.write(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
