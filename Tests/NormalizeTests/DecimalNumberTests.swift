import Testing

@testable import Normalize

@Test(arguments: [
    ("29,568,000", "29568000"), ("１００．００", "100"), ("-12", "-12"), ("461875.47", "461875.47"), ("0.50", "0.5"),
    ("-0.05", "-0.05"), ("007", "7"), ("+3", "3"), ("0.00", "0"), ("20250211", "20250211"), (" 12 ", "12"),
    ("123456789012345.678", "123456789012345.678"),
])
func readsAndWritesNumbersExactly(_ text: String, _ expected: String) {
    #expect(DecimalNumber.parse(text)?.description == expected)
}

@Test(arguments: ["", "1.2.3", "(12)", "12个", "1,23", "1,2345", "-", ".", "1 2", "1234567890123456789", "95%"])
func refusesWhatIsNoNumber(_ text: String) {
    #expect(DecimalNumber.parse(text) == nil)
}

@Test func reckonsExactly() throws {
    let tenth = try #require(DecimalNumber.parse("0.1"))
    let fifth = try #require(DecimalNumber.parse("0.2"))
    #expect((tenth + fifth).description == "0.3")
    #expect((tenth - fifth).description == "-0.1")
    #expect((tenth * fifth).description == "0.02")
    #expect(tenth < fifth)
    #expect(tenth.scaled(byPowerOf10: 4).description == "1000")
    #expect([tenth, fifth].reduce(.zero, +) == DecimalNumber.parse("0.3"))
    #expect(DecimalNumber(2).divided(by: DecimalNumber(3), places: 2)?.description == "0.67")
    #expect(DecimalNumber(-1).divided(by: DecimalNumber(8), places: 2)?.description == "-0.13")
    #expect(DecimalNumber(100).divided(by: tenth, places: 2)?.description == "1000")
    #expect(tenth.divided(by: DecimalNumber(1000), places: 2)?.description == "0")
    #expect(DecimalNumber(1).divided(by: .zero, places: 2) == nil)
    #expect(DecimalNumber.parse("2.345")?.rounded(places: 2).description == "2.35")
}
