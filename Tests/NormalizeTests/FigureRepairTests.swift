import Testing

@testable import Normalize

/// Figures that were misread from pictures.
@Suite struct FigureRepairTests: ScannedForms {
    @Test(arguments: ["1O", "'10", "1 0", "10·"])
    func pointsAreRead(_ reading: String) throws {
        let row = try scanned(rows(weight: reading)).row
        #expect(row.weight == 10)
        #expect(row.ocrRaw["weight"] == reading)
        #expect(row.repairs.contains(.ocrValue))
    }

    @Test func negativePointsAreLeftWithLittleConfidence() throws {
        let row = try scanned(rows(weight: "-5")).row
        #expect(row.weight == -5)
        #expect(row.confidence < 0.8)
    }
}
