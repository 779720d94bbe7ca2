import Testing

@testable import PDFText

/// Tokens of content streams.
@Suite struct ContentScannerTests {
    /// The tokens by kind and text.
    private func tokens(_ text: String) -> [String] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var scanner = ContentScanner(bytes)
            var found: [String] = []
            while true {
                let token = scanner.next()
                if case .end = token { return found }
                if case .number = token {
                    found.append("\(scanner.number)")
                } else {
                    found.append(String(decoding: bytes[scanner.token], as: UTF8.self))
                }
            }
        }
    }

    @Test func tokensNeedNoSpaceBetweenThem() {
        #expect(
            tokens("/F1 12Tf(a)Tj[<41>-5(b)]TJ<</K[1]>>BDC") == [
                "/F1", "12.0", "Tf", "(a)", "Tj", "[<41>-5(b)]", "TJ", "<</K[1]>>", "BDC",
            ])
        #expect(tokens("1 0 0 1 5 5 cm % moved (a\nq") == ["1.0", "0.0", "0.0", "1.0", "5.0", "5.0", "cm", "q"])
    }

    /// As some producers write them, and as viewers read them.
    @Test(arguments: [
        ("-.5", -0.5), ("+3", 3), ("4.", 4), ("--7", -7), ("12-34", 12), ("0.10000000000000000000001", 0.1),
        ("1.2.3", 1.2),
    ])
    func numbers(text: String, value: Double) { #expect(tokens(text + " ") == ["\(value)"]) }

    @Test func stringsMayHoldBracketsAndEscapes() {
        #expect(tokens("(a(b)\\)c) Tj") == ["(a(b)\\)c)", "Tj"])
        #expect(tokens("<</A(>>)/B<<>> >> q") == ["<</A(>>)/B<<>> >>", "q"])
    }

    /// The scanner always ends, whatever is not closed.
    @Test(arguments: ["(open", "<41", "<</A", "[1 2", "(\\", "/", "[(a", "<", "]", ")", ">"])
    func whatIsNotClosedEndsWithTheBytes(text: String) { #expect(tokens("q " + text).first == "q") }

    @Test func ofAnArrayTheNumbersBeforeItsTextCount() {
        Array("[-500 (b) 20 (c)]".utf8).withUnsafeBufferPointer { bytes in
            var scanner = ContentScanner(bytes)
            _ = scanner.next()
            #expect(scanner.arrayLead == -500)
            #expect(scanner.arrayNumbers == [-500, 20])
            #expect(scanner.hasText)
        }
    }
}
