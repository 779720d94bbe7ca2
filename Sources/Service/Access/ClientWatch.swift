internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// Notices that a client is gone: its connection is closed, or it has closed its half.
final class ClientWatch: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = NIOAny

    private let gone = Atomic(false)

    var isGone: Bool { gone.load(ordering: .relaxed) }

    func channelInactive(context: ChannelHandlerContext) {
        gone.store(true, ordering: .relaxed)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed { gone.store(true, ordering: .relaxed) }
        context.fireUserInboundEventTriggered(event)
    }
}

/// What handlers know of a request beside itself.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Set by the gate.
    var tenant = Tenant(name: "")

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// Whether the client has left meanwhile.
    func gone() async -> @Sendable () -> Bool {
        let watch = try? await channel.pipeline.handler(type: ClientWatch.self).get()
        return { watch?.isGone ?? false }
    }
}
