import Testing

@testable import Normalize

/// Headers that look like what is left of a known one.
@Suite struct HeaderDoubtTests: ScannedForms {
    /// What is left of a known header: values under it have lost their place.
    @Test(arguments: ["分值10", "分值分值", "分", "（分值", "：/"])
    func aRowWithAValueUnderABrokenHeaderIsDoubtful(_ text: String) throws {
        let header = ["一级指标", "二级指标", "三级指标", "指标值", text]
        #expect(try scanned(rows(header: header), confidence: 0.99).row.confidence < 0.8)
        #expect(try scanned(rows(header: header, weight: ""), confidence: 0.99).row.confidence == 0.99)
        #expect(try #require(Drawn.form(rows(header: header))?.indicators.first).confidence == 1)
    }

    @Test(arguments: ["上年", "绩效标准", "半年（程）指标值"])
    func aHeaderOfTheFormsOwnIsTrusted(_ text: String) throws {
        let row = try scanned(rows(header: ["一级指标", "二级指标", "三级指标", "指标值", text]), confidence: 0.99).row
        #expect(row.extra == [text: "10"])
        #expect(row.confidence == 0.99)
    }
}
