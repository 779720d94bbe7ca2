import CSandbox
import Foundation
import Testing

@testable import Bulk

/// The connection of a worker, as the worker sees it.
@Suite struct WorkerPipeTests {
    /// The pipe of a worker, and the run's ends of it.
    private func connected() throws -> (pipe: WorkerPipe, toWorker: Int32, fromWorker: Int32) {
        var input: [Int32] = [0, 0]
        var output: [Int32] = [0, 0]
        try #require(zb_socket_pair(&input) == 0 && zb_socket_pair(&output) == 0)
        return (WorkerPipe(input: input[0], output: output[0]), input[1], output[1])
    }

    @Test func messagesComeInTheirOrderAndThenTheEnd() throws {
        let (pipe, run, _) = try connected()
        let bytes = Frame(.setup, [1]).bytes + Frame(.document, [2, 3]).bytes
        #expect(write(run, bytes, bytes.count) == bytes.count)
        close(run)
        #expect(try pipe.receive()?.0 == Frame(.setup, [1]))
        #expect(try pipe.receive()?.0 == Frame(.document, [2, 3]))
        #expect(try pipe.receive() == nil)
    }

    @Test func aMessageThatIsCutOffIsAnError() throws {
        let (pipe, run, _) = try connected()
        let bytes = Frame(.setup, [1, 2, 3]).bytes.dropLast()
        #expect(write(run, Array(bytes), bytes.count) == bytes.count)
        close(run)
        #expect(throws: FrameError.self) { try pipe.receive() }
    }

    /// Lines are sent in messages that the run takes.
    @Test func manyLinesAreSeveralMessages() throws {
        let (pipe, _, run) = try connected()
        let size = Frame.Kind.lines.largestPayload + 10
        let output = pipe.output
        let sender = Thread {
            try? WorkerPipe(input: -1, output: output).send(lines: [UInt8](repeating: 7, count: size))
        }
        sender.start()
        var reader = FrameReader()
        var sizes: [Int] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while sizes.reduce(0, +) < size {
            let count = read(run, &buffer, buffer.count)
            try #require(count > 0)
            reader.append(buffer[..<count])
            while let frame = try reader.next() { sizes.append(frame.payload.count) }
        }
        #expect(sizes == [size - 10, 10])
    }
}
