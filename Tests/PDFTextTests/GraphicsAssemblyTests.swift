import PageModel
import TestSupport
import Testing

@testable import PDFText

/// What of a page shows is drawn over or through.
@Suite struct GraphicsAssemblyTests {
    @Test func aMarkersTintLeavesTheRules() {
        let resources = NamedObjects()
        resources.states = ["M": ExtendedState(blends: true)]
        let graphics = drawn("1 w 20 50 m 180 50 l S /M gs 1 1 0 rg 40 40 60 20 re f", resources: resources)
        #expect(graphics.rulings.count == 1)
        #expect(graphics.rulings.first?.length == 160)
    }

    @Test func aTranslucentFillLeavesTheRules() {
        let resources = NamedObjects()
        resources.states = ["T": ExtendedState(fillAlpha: 0.5)]
        let graphics = drawn("1 w 20 50 m 180 50 l S /T gs 1 1 0 rg 40 40 60 20 re f", resources: resources)
        #expect(graphics.rulings.contains { $0.axis == .horizontal && $0.origin == .stroke && $0.length == 160 })
    }
}
