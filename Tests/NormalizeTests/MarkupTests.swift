import Testing

@testable import Normalize

/// HTML that forms' software leaks onto pages.
@Suite struct MarkupTests {
    @Test(arguments: [
        ("<p>参保人数</p>", "参保人数"), ("<p class=\"a\" style='b'>甲</p>", "甲"), ("甲<br/>乙", "甲乙"), ("甲<BR>乙", "甲乙"),
        ("one<br>two", "one two"), ("<b>甲</b>", "甲"), ("<o:p></o:p>甲", "甲"), ("&lt;p&gt;甲&lt;/p&gt;", "甲"),
    ])
    func tagsAreDropped(text: String, clean: String) {
        #expect(strippingMarkup(text) == clean)
    }

    @Test(arguments: ["<5%", "5<x>3", "a<b>c", "每少1人扣1分，<5人不得分", "<p 甲", "甲 & 乙", "&unknown;", "<甲>", "&;"])
    func signsOfComparisonStay(text: String) {
        #expect(strippingMarkup(text) == text)
    }

    @Test(arguments: [
        ("&ge;95%", "≥95%"), ("&#8805;95%", "≥95%"), ("&#x2265;95%", "≥95%"), ("甲&nbsp;乙", "甲乙"), ("a&nbsp;b", "a b"),
        ("甲&amp;乙", "甲&乙"), ("&ldquo;甲&rdquo;", "“甲”"),
    ])
    func entitiesAreResolved(text: String, clean: String) {
        #expect(strippingMarkup(text) == clean)
    }
}
