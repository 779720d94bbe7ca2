import Testing

@testable import Service

@Suite struct TokenListTests {
    private let text = "# comment\n\nanna 0123456789abcdef\nbert fedcba9876543210\n"

    @Test func aTokenIsItsOwners() throws {
        let tokens = try TokenList(text)
        #expect(tokens.isRequired)
        #expect(tokens.tenant(authorization: "Bearer 0123456789abcdef") == Tenant(name: "anna"))
        #expect(tokens.tenant(authorization: "bearer  fedcba9876543210 ") == Tenant(name: "bert"))
        for wrong in [
            nil, "", "Bearer", "Bearer 0123456789abcde", "Bearer 0123456789abcdef0", "Basic 0123456789abcdef",
        ] {
            #expect(tokens.tenant(authorization: wrong) == nil)
        }
    }

    @Test func withoutTokensEverybodyIsTheSame() {
        #expect(TokenList().tenant(authorization: nil) == Tenant(name: ""))
    }

    @Test(arguments: [
        "", "# only\n", "anna\n", "anna short\n", "anna 0123456789abcdef x\n",
        "anna 0123456789abcdef\nanna fedcba9876543210\n",
    ])
    func whatIsNoListIsRefused(text: String) {
        #expect(throws: TokenList.Malformed.self) { _ = try TokenList(text) }
    }
}
