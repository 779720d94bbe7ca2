import PageModel
import TableRecon
import Testing

@Suite struct LatticeFinderTests {
    @Test func manyLinesOfADrawingDoNotHang() {
        var page = PageContent(number: 1, width: 1_000, height: 1_000)
        for index in 0..<200_000 {
            let position = Double(index % 997)
            let start = Double((index * 31) % 971)
            page.rulings.append(
                RulingLine(
                    axis: index % 2 == 0 ? .horizontal : .vertical, position: position, start: start, end: start + 20,
                    thickness: 0.1, origin: .stroke))
        }
        let clock = ContinuousClock()
        let time = clock.measure { _ = TableFinder().layout(of: page) }
        #expect(time < .seconds(10))
    }
}
