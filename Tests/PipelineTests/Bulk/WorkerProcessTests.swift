import CSandbox
import Foundation
import Testing

@testable import Bulk

@Suite struct OutboxTests {
    /// What the other side does not take stays, in order, and a descriptor comes with its message.
    @Test func nothingWaitsAndNothingIsLost() throws {
        var ends: [Int32] = [0, 0]
        try #require(zb_socket_pair(&ends) == 0)
        defer { for end in ends { close(end) } }
        var outbox = Outbox()
        let large = (0..<(2 << 20)).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        outbox.add(large, descriptor: nil)
        outbox.add([1, 2, 3], descriptor: file)
        outbox.send(to: ends[0])
        #expect(!outbox.isEmpty)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var descriptors: [(Int, Int32)] = []
        while received.count < large.count + 3 {
            var descriptor: Int32 = -1
            let place = received.count
            let count = zb_receive(ends[1], &buffer, buffer.count, &descriptor)
            try #require(count > 0)
            if descriptor >= 0 { descriptors.append((place, descriptor)) }
            received += buffer[..<count]
            outbox.send(to: ends[0])
        }
        #expect(received == large + [1, 2, 3] && outbox.isEmpty)
        #expect(descriptors.count == 1)
        for (_, descriptor) in descriptors { close(descriptor) }
    }
}

@Suite struct WorkerEnvironmentTests {
    @Test(arguments: [
        ("HOME", true), ("LC_ALL", true), ("ZHIBIAO_OCR_HOME", true), ("TESSDATA_PREFIX", true),
        ("ZHIBIAO_PASSWORD", false), ("AWS_SECRET_ACCESS_KEY", false), ("SSH_AUTH_SOCK", false),
    ])
    func onlyWhatLibrariesLookAtIsKept(name: String, isKept: Bool) {
        #expect(WorkerEnvironment.isKept(name) == isKept)
    }
}
