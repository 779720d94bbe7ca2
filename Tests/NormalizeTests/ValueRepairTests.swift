import Testing

@testable import Normalize

/// Values, operators and units that were misread from pictures.
@Suite struct ValueRepairTests: ScannedForms {
    @Test(
        arguments: [
            ("1OO%", "100%"), ("12O人", "120人"),
            ("≥9O%", "≥90%"), ("≤11.5%0", "≤11.5‰"), ("=100%%", "=100%"), ("50%>", "50%"),
            ("二100%", "=100%"), ("295%", "≥95%"), ("W:=100%", "=100%"), ("‘95%", "95%"),
        ])
    func aValueIsRead(_ reading: String, printed: String) throws {
        let row = try scanned(rows(value: reading)).row
        #expect(row.target?.text == printed)
        #expect(row.target?.kind == .quantity)
        #expect(row.repairs.contains(.ocrValue))
        #expect(row.confidence < 0.8)
        #expect(row.ocrRaw["target"] == reading)
    }

    /// 990% of a rate is wrong, but nothing says what is right.
    @Test(arguments: ["≥990%", "≤186 5"])
    func aValueThatCannotBeToldStaysWithLittleConfidence(_ reading: String) throws {
        let row = try scanned(rows(value: reading)).row
        #expect(row.target?.text == reading)
        #expect(row.confidence < 0.8)
        #expect(row.ocrRaw.isEmpty)
    }

    @Test(arguments: [("增长率", "295%"), ("培训人数", "295人"), ("任务完成率", "120%")])
    func aValueThatMayBeTrueStays(_ name: String, value: String) throws {
        let row = try scanned(rows(name: name, value: value)).row
        #expect(row.target?.text == value)
        #expect(row.confidence == 0.9)
        #expect(row.repairs.isEmpty)
    }

    @Test(arguments: ["V", "v=", "M", "Au"])
    func whatIsNoOperatorIsNothing(_ reading: String) throws {
        let row = try splitRow("参保人数", reading, "95", "人")
        #expect(row.target?.comparator == nil)
        #expect(row.extra.isEmpty)
        #expect(row.confidence <= 0.5)
        #expect(row.ocrRaw["target.operator"] == reading)
    }

    @Test func specksAroundAnOperatorAreCut() throws {
        #expect(try splitRow("参保人数", "≥'", "95", "人").target?.text == "≥95人")
    }

    @Test(arguments: ["0%", "%%", "<%", "°", "6"])
    func aPercentSignIsReadInTheUnitColumn(_ reading: String) throws {
        let row = try splitRow("参保率", "≥", "95", reading)
        #expect(row.target?.text == "≥95%")
        #expect(row.ocrRaw["target.unit"] == reading)
        #expect(row.repairs.contains(.ocrLexicon))
    }

    @Test func onlyARateHasAPercentSignThatIsNotThere() throws {
        let row = try splitRow("参保人数", "≥", "95", "6")
        #expect(row.target?.unit != "%")
        #expect(row.confidence < 0.8)
    }

    @Test func aCompoundUnitIsRead() throws {
        #expect(try splitRow("补助标准", "=", "960", "元/人，年").target?.unit == "元/人.年")
    }
}
