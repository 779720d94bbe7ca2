import Foundation
import Testing

@testable import Pipeline

/// Bytes are written whole or not at all.
@Suite struct WriteAllTests {
    /// More than a pipe holds goes through piece by piece.
    @Test func whatAPipeDoesNotHoldIsWaitedFor() throws {
        let pipe = Pipe()
        let size = 1 << 20
        let writer = pipe.fileHandleForWriting.fileDescriptor
        let sender = Thread {
            _ = writeAll([UInt8](repeating: 7, count: size), to: writer)
            close(writer)
        }
        sender.start()
        #expect(pipe.fileHandleForReading.readDataToEndOfFile().count == size)
    }

    @Test func whatCannotBeWrittenIsSaid() {
        #expect(!writeAll([1], to: -1))
        #expect(errno == EBADF)
        #expect(writeAll([], to: -1))
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        #expect(!writeAll([1], to: full))
        #expect(errno == ENOSPC)
    }
}
