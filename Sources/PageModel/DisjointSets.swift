/// Sets of elements that are united one pair after another: union-find with path halving.
///
/// - Complexity: Nearly constant for each call.
package struct DisjointSets {
    @usableFromInline var parent: [Int]

    /// Elements from 0, each a set of its own.
    @inlinable package init(count: Int = 0) { parent = Array(0..<count) }

    /// A further element, a set of its own.
    @inlinable package mutating func add() -> Int {
        parent.append(parent.count)
        return parent.count - 1
    }

    /// The element that stands for the set of another.
    @inlinable package mutating func root(of element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    @inlinable package func isRoot(_ element: Int) -> Bool { parent[element] == element }

    /// Makes one set of two, for which the smaller of their roots stands.
    @inlinable package mutating func unite(_ one: Int, _ other: Int) {
        let (one, other) = (root(of: one), root(of: other))
        if one != other { parent[max(one, other)] = min(one, other) }
    }

    /// Makes one set of two, for which the root of the second stands.
    @inlinable package mutating func attach(_ one: Int, to other: Int) {
        let (one, other) = (root(of: one), root(of: other))
        parent[one] = other
    }
}
