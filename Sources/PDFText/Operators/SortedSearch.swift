extension Array {
    /// Index of the first element for which `isBeyond` holds, as it does for all after it; `count` where it does for none.
    ///
    /// - Complexity: O(log n).
    func firstIndex(beyond isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
