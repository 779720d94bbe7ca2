import Export
import Testing

@Suite struct TableOrdinalsTests {
    /// Each page counts from 1; a name that looks like the key is none.
    @Test func tablesAreCountedPageByPage() {
        var ordinals = TableOrdinals()
        func next(_ page: Int) -> Int {
            ordinals.next(Array(#"{"file":"a\",\"page\":9","page":\#(page),"rows":1}"#.utf8))
        }
        #expect([1, 1, 2, 2, 2, 5].map { next($0) } == [1, 2, 1, 2, 3, 1])
    }
}
