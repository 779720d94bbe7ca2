internal import Glibc
internal import Pipeline

/// The two pipes between a worker and its run, as the worker sees them. Reads and writes wait.
final class WorkerPipe {
    let input: Int32
    let output: Int32
    private var reader = FrameReader()

    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    /// The next message; nil when the run has closed the pipe.
    func receive() throws(FrameError) -> Frame? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let frame = try reader.next() { return frame }
            let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                if reader.isMidFrame { throw FrameError(message: "a message that ends too early") }
                return nil
            }
            reader.append(chunk[..<count])
        }
    }

    func send(_ frame: Frame) throws(FrameError) {
        guard writeAll(frame.bytes, to: output) else { throw FrameError(message: "a pipe that nobody reads") }
    }

    /// Sends lines in messages of bounded size.
    func send(lines: [UInt8]) throws(FrameError) {
        var rest = lines[...]
        while !rest.isEmpty {
            let part = rest.prefix(Frame.largestPayload / 2)
            try send(Frame(.lines, Array(part)))
            rest = rest.dropFirst(part.count)
        }
    }
}
