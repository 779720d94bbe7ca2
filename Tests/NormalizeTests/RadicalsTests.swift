import Testing

@testable import Normalize

/// Radicals that fonts give in place of characters.
@Suite struct RadicalsTests {
    @Test(arguments: [
        ("\u{2F6C}标", "目标"), ("资\u{2FA6}", "资金"), ("\u{2ED3}期", "长期"), ("\u{2F00}", "一"), ("\u{2FD5}", "龠"),
        ("\u{2F3E}", "户"), ("\u{2EF3}", "龟"), ("\u{2E9F}", "母"),
    ])
    func aRadicalIsItsCharacter(text: String, unified: String) {
        #expect(unifyingRadicals(text) == unified)
    }

    /// Also those without a character of their own, and the characters of the blocks around.
    @Test(arguments: ["目标", "", "\u{2E80}", "\u{2FF0}", "⼗年后".replacing("⼗", with: "十"), "①②"])
    func otherTextStays(text: String) {
        #expect(unifyingRadicals(text) == text)
    }
}
