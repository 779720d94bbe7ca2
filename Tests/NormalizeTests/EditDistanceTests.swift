import Testing

@testable import Normalize

/// How far texts are from each other.
@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "abc", 0), ("convrt", "convert", 1), ("kitten", "sitting", 3), ("", "甲乙", 2),
        ("ab", "ba", 2),
    ])
    func lettersAreCountedEitherWay(one: String, other: String, distance: Int) {
        #expect(editDistance(one, other) == distance)
        #expect(editDistance(other, one) == distance)
    }
}
