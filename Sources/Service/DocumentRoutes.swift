internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// The paths that take documents, and those of jobs.
struct DocumentRoutes: Sendable {
    let settings: ServiceSettings
    let desk: ReadingDesk
    let jobs: JobStore

    func add(to router: Router<ServiceContext>) {
        for name in ReadingKind.names {
            router.add("/v1/\(name)", [.post: { try await read(name, $0, $1) }])
        }
        router.add("/v1/jobs", [.post: addJob])
        router.add("/v1/jobs/:id", [.get: showJob, .delete: removeJob])
        router.add("/v1/jobs/:id/result", [.get: result])
    }

    // MARK: At once

    private func read(_ name: String, _ request: Request, _ context: ServiceContext) async throws -> Response {
        let options = try RequestOptions(
            request, names: ReadingKind.parameters, conversion: settings.conversion)
        guard let kind = ReadingKind(name: name, method: options.method) else { throw Problem(.notFound, "") }
        let format = try format(of: kind, request)
        let place = try desk.admit()
        let document = try await upload(request, options)
        let order = try order(
            kind, of: document, options, format: format, tenant: context.tenant, place: place,
            isGone: await context.gone())
        desk.add(order, isJob: false)
        return try await withTaskCancellationHandler {
            try await Answer(order: order).response()
        } onCancel: {
            order.abandon()
        }
    }

    private func format(of kind: ReadingKind, _ request: Request) throws(Problem) -> AnswerFormat {
        guard let format = AnswerFormat.chosen(for: kind, accept: request.headers[.accept]) else {
            let known = AnswerFormat.all(of: kind).map(\.mediaType).joined(separator: ", ")
            throw Problem(.notAcceptable, "This path answers with \(known).")
        }
        return format
    }

    private func upload(_ request: Request, _ options: RequestOptions) async throws -> UploadedDocument {
        try await UploadReader(
            folder: settings.folder, mostBody: settings.mostBody, seconds: settings.bodySeconds
        ).document(of: request, name: options.name)
    }

    private func order(
        _ kind: ReadingKind, of document: UploadedDocument, _ options: RequestOptions, format: AnswerFormat,
        tenant: Tenant, place: ReadingDesk.Place? = nil, isGone: @escaping @Sendable () -> Bool = { false }
    ) throws(Problem) -> ReadingOrder {
        do throws(NamelessFile.Failed) {
            let spools = try (
                lines: ResultSpool(in: settings.folder, budget: desk.budget),
                forms: ResultSpool(in: settings.folder, budget: desk.budget)
            )
            return ReadingOrder(
                kind, of: document, for: tenant, conversion: options.conversion, format: format, spools: spools,
                place: place, isGone: isGone)
        } catch {
            throw Problem(.noReader, "A result cannot be kept (\(error.reason)).", retryAfter: 60)
        }
    }

    // MARK: Later

    private func addJob(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let options = try RequestOptions(
            request, names: ReadingKind.parameters.union(["kind"]), conversion: settings.conversion)
        let name = request.uri.queryParameters["kind"].map(String.init) ?? "records"
        guard let kind = ReadingKind(name: name, method: options.method) else {
            throw Problem(.badRequest, "The parameter kind can be \(ReadingKind.names.joined(separator: ", ")).")
        }
        let format = try format(of: kind, request)
        guard desk.isOpen else { throw Problem(.busy, "The service is being stopped.", retryAfter: 60) }
        let document = try await upload(request, options)
        let job = try await jobs.add(
            try order(kind, of: document, options, format: format, tenant: context.tenant))
        desk.add(job.order, isJob: true)
        var response = Response.json(job.json, status: .accepted)
        response.headers[.location] = "/v1/jobs/\(job.id)"
        return response
    }

    private func showJob(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .json(try await job(context).json)
    }

    private func removeJob(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await jobs.remove(context.parameters.get("id") ?? "", of: context.tenant)
        return Response(status: .noContent)
    }

    private func result(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let job = try await job(context)
        guard job.state != .waiting else {
            throw Problem(.jobNotDone, "The document is not read yet. Ask again later.", retryAfter: 1)
        }
        return try await Answer(order: job.order).response()
    }

    private func job(_ context: ServiceContext) async throws(Problem) -> Job {
        try await jobs.job(context.parameters.get("id") ?? "", of: context.tenant)
    }
}

extension Router where Context == ServiceContext {
    typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

    /// Adds a path with all methods that it knows; others are told which those are.
    func add(_ path: String, _ handlers: [HTTPRequest.Method: Handler]) {
        let query = HTTPRequest.Method("QUERY").map { [$0] } ?? []
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace] + query
        let known = all.filter { handlers[$0] != nil || ($0 == .head && handlers[.get] != nil) }
        let allow = known.map(\.rawValue).joined(separator: ", ")
        for method in all {
            let handler = handlers[method] ?? (method == .head ? handlers[.get] : nil)
            on(RouterPath(path), method: method) { request, context in
                guard let handler else {
                    throw Problem(.methodNotAllowed, "This path knows \(allow).", allow: allow)
                }
                let response = try await handler(request, context)
                return method == .head ? Response(status: response.status, headers: response.headers) : response
            }
        }
    }
}
