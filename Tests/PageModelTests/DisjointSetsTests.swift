import Testing

@testable import PageModel

/// Sets united pair by pair.
@Suite struct DisjointSetsTests {
    @Test func theSmallerRootStandsForUnitedSets() {
        var sets = DisjointSets(count: 6)
        sets.unite(4, 5)
        sets.unite(5, 2)
        sets.unite(0, 1)
        #expect((0..<6).map { sets.root(of: $0) } == [0, 0, 2, 3, 2, 2])
        #expect((0..<6).filter { sets.isRoot($0) } == [0, 2, 3])
    }

    @Test func theRootOfTheSecondStandsForAttachedSets() {
        var sets = DisjointSets(count: 3)
        sets.attach(0, to: 2)
        sets.attach(1, to: 0)
        #expect((0..<3).map { sets.root(of: $0) } == [2, 2, 2])
        sets.attach(1, to: 0)
        #expect(sets.isRoot(2))
    }

    @Test func elementsMayCome() {
        var sets = DisjointSets()
        #expect(sets.add() == 0)
        #expect(sets.add() == 1)
        sets.unite(0, 1)
        #expect(sets.root(of: 1) == 0)
    }
}
