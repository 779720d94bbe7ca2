internal import CSandbox
internal import Glibc
internal import Pipeline

/// The two connections between a worker and its run, as the worker sees them. Reads and writes wait.
final class WorkerPipe {
    let input: Int32
    let output: Int32
    private var reader = FrameReader()
    /// Descriptors that came with messages, in their order.
    private var descriptors: [Int32] = []
    private let chunkSize = 1 << 16
    /// Messages that wait for the next one.
    private var held: [UInt8] = []

    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    /// The next message, and the descriptor that came with it; nil when the run has closed the connection.
    func receive() throws(FrameError) -> (Frame, Int32?)? {
        var chunk = [UInt8](repeating: 0, count: chunkSize)
        while true {
            if let frame = try reader.next() {
                return (frame, descriptors.isEmpty ? nil : descriptors.removeFirst())
            }
            var descriptor: Int32 = -1
            let count = chunk.withUnsafeMutableBytes { zb_receive(input, $0.baseAddress, $0.count, &descriptor) }
            if descriptor >= 0 { descriptors.append(descriptor) }
            guard count > 0 else {
                if reader.isMidFrame { throw FrameError(message: "a message that ends too early") }
                return nil
            }
            reader.append(chunk[..<count])
        }
    }

    /// Sends a message behind what was held.
    func send(_ frame: Frame) throws(FrameError) {
        let bytes = held.isEmpty ? frame.bytes : held + frame.bytes
        held = []
        guard writeAll(bytes, to: output) else { throw FrameError(message: "a pipe that nobody reads") }
    }

    /// Sends lines together with the next message, which must be due at once: the run wakes up once for both.
    func hold(lines: [UInt8]) throws(FrameError) {
        guard lines.count <= Frame.Kind.lines.largestPayload else { return try send(lines: lines) }
        if !lines.isEmpty { held += Frame(.lines, lines).bytes }
    }

    /// Sends lines in messages of bounded size.
    func send(lines: [UInt8]) throws(FrameError) { try send(lines, as: .lines) }

    /// Sends a piece of a page of HTML in messages of bounded size.
    func send(markup: [UInt8]) throws(FrameError) { try send(markup, as: .markup) }

    private func send(_ bytes: [UInt8], as kind: Frame.Kind) throws(FrameError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(kind.largestPayload)
            try send(Frame(kind, Array(part)))
            rest = rest.dropFirst(part.count)
        }
    }
}
