import Testing

@testable import Review

@Suite struct ProportionTests {
    /// Figures of Wilson's interval as tables have them.
    @Test(arguments: [(81, 100, 0.722, 0.874), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278)])
    func theIntervalIsWilsons(right: Int, all: Int, lower: Double, upper: Double) throws {
        let interval = try #require(Proportion(right: right, all: all).interval)
        #expect(abs(interval.lowerBound - lower) < 0.001 && abs(interval.upperBound - upper) < 0.001)
    }

    @Test func nothingSaysNothing() {
        #expect(Proportion().share == nil && Proportion().interval == nil)
    }
}
