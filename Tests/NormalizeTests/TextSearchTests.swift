import Testing

@testable import Normalize

/// Searches byte by byte.
@Suite struct TextSearchTests {
    @Test(arguments: [("年度资金总额", "资金"), ("资资金", "资金"), ("甲", ""), ("", "")])
    func aPartIsFound(text: String, part: String) { #expect(text.holds(part)) }

    @Test(arguments: [("资产金额", "资金"), ("资", "资金"), ("", "甲")])
    func whatOnlyBeginsLikeThePartIsNone(text: String, part: String) { #expect(!text.holds(part)) }

    @Test func anEndIsFound() {
        #expect("总额(万元)".closes(with: "元)"))
        #expect(!"万元整".closes(with: "元"))
        #expect(!"元".closes(with: "万元"))
    }
}
