internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Lets requests in or refuses them, turns what goes wrong into problems, and notes each in log and metrics.
struct Gate: RouterMiddleware {
    let settings: ServiceSettings
    let metrics: ServiceMetrics

    /// Paths without a secret: probes have no token, and a browser asks for the page before it has one.
    private static let openPaths: Set<String> = ["/", "/healthz", "/readyz", "/openapi.json"]

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        var response: Response
        do {
            try check(request, &context)
            response = isPreflight(request) ? Response(status: .noContent) : try await next(request, context)
        } catch let error as HTTPParserError {
            // The framework answers it, and closes the connection.
            throw error
        } catch {
            let problem = Self.problem(error)
            response = problem.response
            if problem.leavesBody { response.closeSoon(context.channel) }
        }
        addFields(to: &response, request)
        note(request, context, response, seconds: (ContinuousClock.now - start) / .seconds(1))
        return response
    }

    // MARK: Who is let in

    private func check(_ request: Request, _ context: inout ServiceContext) throws(Problem) {
        try checkHost(request)
        if let origin = request.headers[.origin], !isAllowed(origin, request) {
            throw Problem(.forbiddenOrigin, "Pages of \(origin) may not use this service. Name it with --allow-origin.")
        }
        guard !isPreflight(request) else { return }
        let isOpen = Self.openPaths.contains(request.uri.path) || request.uri.path.hasPrefix("/schema/")
        guard let tenant = settings.tokens.tenant(authorization: request.headers[.authorization]) else {
            guard !isOpen else { return }
            throw Problem(.unauthorized, "Send a token of the service in the field Authorization: Bearer TOKEN.")
        }
        context.tenant = tenant
    }

    /// Without tokens a page of another site, whose name was made to mean this machine, could read documents' results.
    private func checkHost(_ request: Request) throws(Problem) {
        guard !settings.tokens.isRequired else { return }
        let host = request.head.authority ?? ""
        let name = ListenAddress(host)?.host ?? host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        guard host.isEmpty || ListenAddress.isLoopback(name) || name == settings.address.host else {
            throw Problem(.misdirected, "There is no \(name) here. Use the address that the service listens on.")
        }
    }

    private func isAllowed(_ origin: String, _ request: Request) -> Bool {
        settings.origins.contains(origin) || origin == "http://\(request.head.authority ?? "")"
            || origin == "https://\(request.head.authority ?? "")"
    }

    private func isPreflight(_ request: Request) -> Bool {
        request.method == .options && request.headers[.accessControlRequestMethod] != nil
            && request.headers[.origin].map { settings.origins.contains($0) } == true
    }

    // MARK: What goes out

    private static func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as any HTTPResponseError where error.status == .notFound:
            Problem(.notFound, "There is nothing at this path. GET /openapi.json names all that there are.")
        case is CancellationError: Problem(.busy, "The service is being stopped.", retryAfter: 1)
        default: Problem(.badRequest, "The request cannot be read.")
        }
    }

    private func addFields(to response: inout Response, _ request: Request) {
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = response.headers[.cacheControl] ?? "no-store"
        guard let origin = request.headers[.origin], settings.origins.contains(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.vary] = "Origin"
        guard isPreflight(request) else { return }
        response.headers[.accessControlAllowMethods] = "GET, POST, DELETE"
        response.headers[.accessControlAllowHeaders] = "Authorization, Content-Type, Accept, Zhibiao-Password"
    }

    /// Neither names nor texts of documents.
    private func note(_ request: Request, _ context: ServiceContext, _ response: Response, seconds: Double) {
        let route = context.endpointPath ?? "other"
        metrics.note(route: route, status: response.status.code, seconds: seconds)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "seconds": "\(String(format: "%.3f", seconds))", "tenant": "\(context.tenant.name)",
            ])
    }
}

extension Response {
    /// Closes the connection behind this answer, with a moment for the client to read it.
    mutating func closeSoon(_ channel: any Channel) {
        headers[.connection] = "close"
        let body = body
        // Closed at once, with bytes on the way, the client's system would throw the answer away.
        let linger = TimeAmount.seconds(1)
        self.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.eventLoop.scheduleTask(in: linger) { channel.close(promise: nil) }
        }
    }
}
