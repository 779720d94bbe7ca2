import Testing

@testable import Service

@Suite struct ListenAddressTests {
    @Test func addressesHaveAPort() throws {
        #expect(ListenAddress("127.0.0.1:8080") == .standard)
        #expect(ListenAddress("[::1]:9")?.description == "[::1]:9")
        for wrong in ["", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "::1:80", "[127.0.0.1]:80"] {
            #expect(ListenAddress(wrong) == nil, "\(wrong)")
        }
    }

    @Test func onlyThisMachineIsLoopback() {
        for own in ["127.0.0.1:1", "127.9.9.9:1", "localhost:1", "[::1]:1"] {
            #expect(ListenAddress(own)?.isLoopback == true)
        }
        for other in ["0.0.0.0:1", "[::]:1", "10.0.0.1:1", "example.org:1", "127.0.0.1.example.org:1"] {
            #expect(ListenAddress(other)?.isLoopback == false, "\(other)")
        }
    }
}
