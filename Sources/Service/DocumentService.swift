internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
public import Pipeline
internal import ServiceLifecycle
internal import UnixSignals

/// Reads documents for whoever sends them over HTTP.
public struct DocumentService: Sendable {
    private let settings: ServiceSettings

    /// - Throws: `OutputError` where the settings would let in everybody from anywhere.
    public init(_ settings: ServiceSettings) throws(OutputError) {
        guard settings.address.isLoopback || settings.tokens.isRequired else {
            throw OutputError(
                description: "\(settings.address) can be reached by other machines. Name a file of tokens with "
                    + "--token-file, or listen on 127.0.0.1.")
        }
        self.settings = settings
    }

    /// Runs until the process gets SIGTERM or SIGINT; requests that are answered then are finished first.
    ///
    /// - Parameter onStart: Gets the port when requests are taken.
    /// - Throws: What keeps it from listening.
    public func run(onStart: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let metrics = ServiceMetrics()
        let desk = ReadingDesk(settings, metrics: metrics)
        let jobs = JobStore(most: settings.mostJobs, keepSeconds: settings.keepSeconds)
        let application = Application(
            router: router(desk, jobs, metrics), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address.host, port: settings.address.port), serverName: "zhibiao",
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections, logger: settings.logger)
            ),
            onServerRunning: { onStart($0.localAddress?.port ?? 0) }, logger: settings.logger)
        var configuration = ServiceGroupConfiguration(
            services: [application, Housekeeping(desk: desk, jobs: jobs)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: settings.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.shutdownSeconds)
        defer { desk.close() }
        try await ServiceGroup(configuration: configuration).run()
    }

    private var server: HTTPServerBuilder {
        let idle = TimeAmount.milliseconds(Int64(settings.idleSeconds * 1000))
        return .http1(configuration: .init(additionalChannelHandlers: [ClientWatch()], idleTimeout: idle))
    }

    private func router(
        _ desk: ReadingDesk, _ jobs: JobStore, _ metrics: ServiceMetrics
    ) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: Gate(settings: settings, metrics: metrics))
        PlainRoutes(desk: desk, metrics: metrics).add(to: router)
        DocumentRoutes(settings: settings, desk: desk, jobs: jobs).add(to: router)
        return router
    }
}

/// Takes no more orders once the service is being stopped, and forgets old results until then.
private struct Housekeeping: ServiceLifecycle.Service {
    let desk: ReadingDesk
    let jobs: JobStore

    /// Seconds between looks at old results.
    private static let sweepSeconds = 10.0

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await jobs.sweep()
                try? await Task.sleep(for: .seconds(Self.sweepSeconds))
            }
        }
        desk.close()
    }
}
