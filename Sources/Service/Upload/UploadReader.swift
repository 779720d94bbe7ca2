internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Pipeline

/// Takes in the body of a request: a PDF as it is, or the field `file` of a form.
struct UploadReader: Sendable {
    let folder: String
    /// In bytes.
    let mostBody: Int
    let seconds: Double

    /// - Parameter name: Of a document that is sent as it is.
    /// - Throws: `Problem`.
    func document(of request: Request, name: String?) async throws -> UploadedDocument {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBody { throw tooLarge }
        let type = HeaderParameters(request.headers[.contentType] ?? "")
        let sink = try UploadSink(type: type, folder: folder, name: name)
        try await withDeadline {
            for try await chunk in request.body {
                try sink.take(chunk, most: mostBody)
            }
        }
        return try sink.finish()
    }

    private var tooLarge: Problem { UploadSink.tooLarge(mostBody) }

    /// Runs it, but no longer than a body may take.
    private func withDeadline(_ work: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return true
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return false
            }
            defer { group.cancelAll() }
            guard try await group.next() == true else {
                throw Problem(.tooSlow, "The document did not arrive within \(Int(seconds)) s. Send it again.")
            }
        }
    }
}

/// Where the chunks of one body go.
///
/// Used by one task at a time.
private final class UploadSink: @unchecked Sendable {
    private let file: NamelessFile
    private var parser: MultipartParser?
    private var name: String?
    private var size = 0
    private var received = 0
    private var hasFile = false

    /// Beside PDFs, what clients send that do not know what they send.
    private static let plainTypes: Set<String> = [
        "", "application/pdf", "application/x-pdf", "application/octet-stream", "binary/octet-stream",
    ]

    static func tooLarge(_ most: Int) -> Problem {
        Problem(.tooLarge, "A document may have \(most >> 20) MB here. Split it, or convert it with zhibiao convert.")
    }

    init(type: HeaderParameters, folder: String, name: String?) throws {
        do throws(NamelessFile.Failed) {
            file = try NamelessFile(in: folder)
        } catch {
            throw Self.full(error)
        }
        self.name = name
        if type.value == "multipart/form-data" {
            guard let boundary = type["boundary"] else {
                throw Problem(.malformedMultipart, "The field Content-Type names no boundary.")
            }
            parser = try Self.checked { () throws(MultipartParser.Malformed) in try MultipartParser(boundary: boundary)
            }
        } else if !Self.plainTypes.contains(type.value) {
            throw Problem(
                .unsupportedType, "Send a PDF as application/pdf, or as the field \"file\" of multipart/form-data.")
        }
    }

    func take(_ chunk: ByteBuffer, most: Int) throws {
        received += chunk.readableBytes
        guard received <= most else { throw Self.tooLarge(most) }
        guard parser != nil else { return try write(chunk.readableBytesView) }
        let events = try Self.checked { () throws(MultipartParser.Malformed) in
            try parser?.take(chunk.readableBytesView) ?? []
        }
        for event in events { try take(event) }
    }

    private func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .part(let headers):
            guard headers.name == "file", !hasFile else {
                throw Problem(.badRequest, "A form has one field, \"file\", with the PDF.")
            }
            hasFile = true
            name = headers.fileName ?? name
        case .body(let bytes): try write(bytes)
        case .end: break
        }
    }

    private func write(_ bytes: some Sequence<UInt8>) throws {
        let written: Void? = try bytes.withContiguousStorageIfAvailable { try write($0) }
        if written == nil { try Array(bytes).withUnsafeBufferPointer { try write($0) } }
    }

    private func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        do throws(NamelessFile.Failed) {
            try file.write(UnsafeRawBufferPointer(bytes), at: size)
        } catch {
            throw Self.full(error)
        }
        size += bytes.count
    }

    func finish() throws -> UploadedDocument {
        if let parser {
            try Self.checked { () throws(MultipartParser.Malformed) in try parser.finish() }
            guard hasFile else { throw Problem(.badRequest, "The form has no field \"file\".") }
        }
        let name = UploadedDocument.shownName(name)
        guard size > 0 else {
            let message = "The document is empty (zero bytes). Send the PDF as the body, or as the field \"file\"."
            throw Problem(Failure(file: name, sha256: nil, stage: .open, code: .emptyFile, message: message))
        }
        return UploadedDocument(file: file, name: name)
    }

    private static func checked<Value>(
        _ work: () throws(MultipartParser.Malformed) -> Value
    ) throws(Problem) -> Value {
        do throws(MultipartParser.Malformed) {
            return try work()
        } catch {
            throw Problem(.malformedMultipart, error.message)
        }
    }

    private static func full(_ error: NamelessFile.Failed) -> Problem {
        Problem(.noReader, "The document cannot be kept (\(error.reason)). Try later.", retryAfter: 60)
    }
}
