import Testing

@testable import Normalize

@Test(arguments: [
    ("ＡＢ１２％", "AB12%"), ("（市）：", "(市):"), ("≧95", "≥95"), ("⩽5", "≤5"), ("═1", "=1"), ("﹦1", "=1"),
    ("＞＝95", "≥95"), ("> = 95", "≥ 95"), ("<=3", "≤3"), ("a　b", "a b"), ("㎡㎞℃", "㎡㎞℃"), ("①²", "①²"), ("−5", "-5"),
    ("5\u{200B}6", "56"),
])
func foldsForReading(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
}

@Test(arguments: [
    ("绩 效 指 标", "绩效指标"), ("资金总额（万元）：", "资金总额(万元)"), ("实际完成值(B)", "实际完成值(B)"),
    ("单位【盖章】:", "单位(盖章)"), ("总\n分", "总分"), ("权重（％）", "权重(%)"), ("1 2", "12"),
])
func makesLabelKeys(_ label: String, _ expected: String) {
    #expect(labelKey(label) == expected)
}

@Test func replacesRadicals() {
    #expect(unifyingRadicals("⽬标⾦额⼾⻢⻓⻚⻘⻄⺠") == "目标金额户马长页青西民")
    #expect(unifyingRadicals("⻋⻣⻥⻩⻬⻰⻔⻅⻉⻛⻜") == "车骨鱼黄齐龙门见贝风飞")
    #expect(unifyingRadicals("⼀⿕") == "一龠")
    #expect(unifyingRadicals("绩效目标—≥95%") == "绩效目标—≥95%")
}

@Test(arguments: [
    ("<p>完成</p>", "完成"), ("<p style=\"text-indent: 2em\">完成<br/>情况</p>", "完成情况"), ("95&nbsp;%", "95%"),
    ("one<br>two", "one two"), ("<5%", "<5%"), ("5<x>3", "5<x>3"), ("a<b>c", "a<b>c"), ("<b>重点</b>", "重点"),
    ("&lt;5%", "<5%"), ("&lt;p&gt;完成&lt;/p&gt;", "完成"), ("A&B", "A&B"), ("≤5且<10>3", "≤5且<10>3"),
    ("<SPAN lang=EN-US>3</SPAN>次", "3次"), ("&ldquo;两定&rdquo;", "“两定”"), ("<p", "<p"),
])
func stripsMarkup(_ text: String, _ expected: String) {
    #expect(strippingMarkup(text) == expected)
}
