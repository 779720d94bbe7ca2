internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Normalize
internal import Pipeline

/// What a request gets in place of a result: a status and a document of the kind `application/problem+json`.
struct Problem: Error, Hashable, Sendable {
    /// What is wrong, beside the codes of failures of documents.
    enum Code: String, CaseIterable, Sendable {
        case badRequest = "bad_request"
        case malformedMultipart = "malformed_multipart"
        case unauthorized
        case forbiddenOrigin = "forbidden_origin"
        case misdirected
        case notFound = "not_found"
        case methodNotAllowed = "method_not_allowed"
        case notAcceptable = "not_acceptable"
        case tooSlow = "too_slow"
        case jobNotDone = "job_not_done"
        case tooLarge = "too_large"
        case unsupportedType = "unsupported_type"
        case busy
        case noReader = "no_reader"

        var status: HTTPResponse.Status {
            switch self {
            case .badRequest, .malformedMultipart: .badRequest
            case .unauthorized: .unauthorized
            case .forbiddenOrigin: .forbidden
            case .misdirected: .misdirectedRequest
            case .notFound: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .notAcceptable: .notAcceptable
            case .tooSlow: .requestTimeout
            case .jobNotDone: .conflict
            case .tooLarge: .contentTooLarge
            case .unsupportedType: .unsupportedMediaType
            case .busy, .noReader: .serviceUnavailable
            }
        }
    }

    /// Of `Code`, or of a failure of a document.
    var code: String
    var status: HTTPResponse.Status
    /// A sentence for the user.
    var detail: String
    /// Seconds after which another try may do better.
    var retryAfter: Int?
    /// Methods that the path knows.
    var allow: String?

    init(_ code: Code, _ detail: String, retryAfter: Int? = nil, allow: String? = nil) {
        self.code = code.rawValue
        status = code.status
        self.detail = detail
        self.retryAfter = retryAfter
        self.allow = allow
    }

    /// A document from which nothing could be read.
    init(_ failure: Failure) {
        code = failure.code.rawValue
        status = .unprocessableContent
        detail = failure.message
    }

    /// The rest of the body is not wanted, so the connection cannot be used again.
    var leavesBody: Bool { status == .contentTooLarge || status == .requestTimeout || status == .serviceUnavailable }

    var json: JSONValue {
        .object([
            "type": .string("https://zhibiao.invalid/problems/\(code)"), "title": .string(status.reasonPhrase),
            "status": .int(status.code), "code": .string(code), "detail": .string(detail),
        ])
    }

    var response: Response {
        var response = Response.json(json, status: status)
        response.headers[.contentType] = "application/problem+json"
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if let allow { response.headers[.allow] = allow }
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer realm=\"zhibiao\"" }
        return response
    }
}

extension Response {
    /// A JSON document, with a line feed at its end.
    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        var writer = JSONWriter()
        writer.writeLine(value)
        return Response(
            status: status, headers: [.contentType: "application/json", .contentLength: String(writer.bytes.count)],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }

    /// A text that is the same for everybody.
    static func text(_ text: String, type: String) -> Response {
        let bytes = ByteBuffer(string: text)
        return Response(
            status: .ok, headers: [.contentType: type, .contentLength: String(bytes.readableBytes)],
            body: ResponseBody(byteBuffer: bytes))
    }
}
