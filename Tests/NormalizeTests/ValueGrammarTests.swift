import Testing

@testable import Normalize

@Test(arguments: [
    // Signs, in every width and pairing.
    ValueCase.quantity("≥95%", ">=", "95", "%"),
    .quantity("≧95.23%", ">=", "95.23", "%"),
    .quantity("⩾95%", ">=", "95", "%"),
    .quantity(">=95%", ">=", "95", "%"),
    .quantity("＞＝95％", ">=", "95", "%"),
    .quantity("> = 95%", ">=", "95", "%"),
    .quantity("=>95%", ">=", "95", "%"),
    .quantity("≮95%", ">=", "95", "%"),
    .quantity("≤3%", "<=", "3", "%"),
    .quantity("≦5%", "<=", "5", "%"),
    .quantity("⩽5%", "<=", "5", "%"),
    .quantity("<=5%", "<=", "5", "%"),
    .quantity("＝12个", "=", "12", "个"),
    .quantity("=0人", "=", "0", "人"),
    .quantity("﹦1项", "=", "1", "项"),
    .quantity("═1项", "=", "1", "项"),
    .quantity("＞90%", ">", "90", "%"),
    .quantity("﹥90%", ">", "90", "%"),
    .quantity("＜5%", "<", "5", "%"),
    .quantity("<5%", "<", "5", "%"),
    .quantity("≈300家", "~", "300", "家"),
    .quantity("指标值≤75%", "<=", "75", "%"),
    // Spaces, widths and separators in figures.
    .quantity("≥ 95 %", ">=", "95", "%"),
    .quantity("９５％", nil, "95", "%"),
    .quantity("１，２３４．５０元", nil, "1234.5", "元"),
    .quantity("29,568,000.00元", nil, "29568000", "元"),
    .quantity("461875.47元", nil, "461875.47", "元"),
    .quantity("100.00%", nil, "100", "%"),
    .quantity("-3.5%", nil, "-3.5", "%"),
    .quantity("≥-2%", ">=", "-2", "%"),
    .quantity("95", nil, "95", nil),
    .quantity("0", nil, "0", nil),
    .quantity("≥90", ">=", "90", nil),
    .quantity("0.02万元", nil, "200", "元"),
    .quantity("12个。", nil, "12", "个"),
    .quantity("90%；", nil, "90", "%"),
])
func readsQuantities(_ value: ValueCase) {
    #expect(ValueGrammar.parse(value.cell) == value.expected)
}

@Test(arguments: [("10分", "10"), ("98.5%", "98.5"), ("1,000", "1000"), ("5万", "50000"), ("=3", "3")])
func readsNumbersWithTheirUnitLeftOff(_ text: String, _ expected: String) {
    #expect(ValueGrammar.number(text)?.description == expected)
}

@Test(arguments: [
    ("876.69", 4, "8766900"), ("876.69万元", 4, "8766900"), ("876.69万元", 0, "8766900"), ("8,766,900.00", 0, "8766900"),
    ("500元", 4, "500"), ("０", 4, "0"), ("￥1,200.50", 0, "1200.5"),
])
func readsMoney(_ text: String, _ power: Int, _ expected: String) {
    #expect(ValueGrammar.amount(text, power: power)?.description == expected)
}

@Test(arguments: ["", "-", "无", "12人", "95%", "2025年", "1:2", "100万元以内和200万元"])
func refusesWhatIsNoMoney(_ text: String) {
    #expect(ValueGrammar.amount(text) == nil)
}

@Test func tellsBlankCells() {
    for blank in ["", " ", "-", "—", "/", "——", "\n", "／", "　"] { #expect(ValueGrammar.isBlank(blank)) }
    for text in ["无", "0", "--1", "*"] { #expect(!ValueGrammar.isBlank(text)) }
}

@Test func writesAValueInTheOrderOfTheRecord() {
    let value = ValueGrammar.parse("实现结余5%-10%")
    let wanted =
        #"{"text":"实现结余5%-10%","kind":"qualitative","operator":null,"value":null,"lower":null,"upper":null,"#
        + #""unit":null,"date":null,"quantities":[{"operator":">=","value":5,"unit":"%"},"#
        + #"{"operator":"<=","value":10,"unit":"%"}]}"#
    #expect(value.json.description == wanted)
}
