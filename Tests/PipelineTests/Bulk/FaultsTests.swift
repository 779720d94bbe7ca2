import Bulk
import Testing

@Suite struct FaultsTests {
    @Test func aShareOfDocumentsIsStruckTheSameInEveryRun() throws {
        let faults = try #require(Faults("3:0.2"))
        let struck = (0..<2000).compactMap { faults.fault(of: "document \($0)") }
        #expect((340...460).contains(struck.count))
        #expect(Set(struck.map(\.kind)).count == Faults.Kind.allCases.count)
        #expect(Set(struck.map(\.page)) == [1, 2])
        let again = try #require(Faults("3:0.2"))
        #expect((0..<2000).compactMap { again.fault(of: "document \($0)")?.kind } == struck.map(\.kind))
    }

    @Test(arguments: ["", "1", "x:0.2", "1:2", "1:0.2:", "1:0.2:lightning", "1:0.2:abort:loop"])
    func whatIsNoPlanIsIgnored(text: String) {
        #expect(Faults(text) == nil)
    }
}
