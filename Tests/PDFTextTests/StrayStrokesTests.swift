import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct StrayStrokesTests {
    /// The rules of a table with two rows and two columns.
    private let table =
        "0 G 1 w 20 20 m 180 20 l S 20 50 m 180 50 l S 20 80 m 180 80 l S "
        + "20 20 m 20 80 l S 100 20 m 100 80 l S 180 20 m 180 80 l S "

    private var rules: [String] { short(drawn(table).rulings) }

    @Test func strokesOfADrawnWatermarkAreNoRules() {
        let mark = "0.8 g 80 60 40 2 re 85 30 2 40 re f "
        #expect(short(drawn(mark + table).rulings) == rules)
        #expect(short(drawn(table + mark).rulings) == rules)
    }

    @Test func theFrameOfAStampIsNoRule() {
        #expect(short(drawn(table + "1 0 0 RG 60 35 m 140 35 l 140 65 l 60 65 l h S").rulings) == rules)
    }

    /// One side of it stands on the table's border, two more end there.
    @Test func theFrameOfAStampMayTouchARule() {
        #expect(short(drawn(table + "1 0 0 RG 40 35 60 30 re S").rulings) == rules)
    }

    /// A pale border between the dark ones ends at them.
    @Test func paleRulesOfTheTableStay() {
        #expect(drawn(table + "0.8 G 20 65 m 180 65 l S 60 20 m 60 50 l S").rulings.count == 8)
    }

    /// Nothing tells which of two colours is the table's where most is pale.
    @Test func aPaleTableStays() {
        let pale = table.replacing("0 G", with: "0.8 G")
        #expect(short(drawn(pale + "0 G 90 30 m 110 30 l S").rulings).count == rules.count + 1)
    }
}
