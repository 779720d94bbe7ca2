internal import Export
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Normalize
internal import PDFText
internal import Pipeline
internal import Review

/// The paths that need no document.
struct PlainRoutes: Sendable {
    let desk: ReadingDesk
    let metrics: ServiceMetrics

    func add(to router: Router<ServiceContext>) {
        router.add("/", [.get: { _, _ in Self.page }])
        router.add("/healthz", [.get: { _, _ in .json(.object(["status": .string("alive")])) }])
        router.add("/readyz", [.get: { _, _ in try ready() }])
        router.add("/metrics", [.get: { _, _ in metricsText }])
        router.add(
            "/openapi.json",
            [
                .get: { _, _ in
                    .text(
                        String(decoding: PackageResources.openapi_json, as: UTF8.self),
                        type: AnswerFormat.json.mediaType)
                }
            ])
        for (name, bytes) in Self.schemas {
            router.add(
                "/schema/\(name)",
                [.get: { _, _ in .text(String(decoding: bytes, as: UTF8.self), type: "application/schema+json") }])
        }
    }

    /// The same as in the folder schema/ of the sources.
    private static let schemas: [(String, [UInt8])] = [
        ("indicator.schema.json", PackageResources.indicator_schema_json),
        ("form.schema.json", PackageResources.form_schema_json),
        ("table.schema.json", PackageResources.table_schema_json),
        ("run.schema.json", PackageResources.run_schema_json),
        ("failure.schema.json", PackageResources.failure_schema_json),
    ]

    /// The page that documents are dropped on. The report that it opens is held to the same policy, so the hash of the
    /// report's script stands in it; its own script may run by a number that nobody can know before.
    private static var page: Response {
        let nonce = UUID().uuidString
        let markup = String(decoding: PackageResources.page_html, as: UTF8.self)
            .replacingOccurrences(of: "NONCE", with: nonce)
        var response = Response.text(markup, type: "text/html; charset=utf-8")
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; "
            + "script-src 'nonce-\(nonce)' \(reportScript); base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return response
    }

    /// Such as 'sha256-…', as the policy of the report names it.
    private static let reportScript: String = {
        let hash = DocumentInspector.beginning(.zh).firstMatch(of: /'sha256-[A-Za-z0-9+\/=]+'/)
        return hash.map { String($0.output) } ?? ""
    }()

    private func ready() throws(Problem) -> Response {
        guard desk.isOpen else { throw Problem(.busy, "The service is being stopped.", retryAfter: 60) }
        guard PopplerData.isInstalled else {
            throw Problem(
                .noReader, "The package poppler-data is missing: text in fonts that are not embedded is garbage.")
        }
        return .json(.object(["status": .string("ready")]))
    }

    private var metricsText: Response {
        .text(metrics.text(load: desk.load, bytes: desk.budget.bytes), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
