import Testing

@testable import Normalize

/// Texts misread from pictures, and the same texts in a file that holds them itself.
@Suite struct OCRRepairTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值", "分值"]

    private func rows(
        header: [String] = header, level1: String = "产出指标", level2: String = "数量指标", name: String = "参保率",
        value: String = "≥95%", weight: String = "10"
    ) -> [[String]] {
        [["项目名称", "桥梁养护", "<", "主管部门", "交通局"], header, [level1, level2, name, value, weight]]
    }

    private func scanned(
        _ rows: [[String]], confidence: Double = 0.9
    ) throws -> (form: FormRecord, row: IndicatorRecord) {
        let form = try #require(Drawn.scannedForm(rows, confidence: confidence))
        return (form, try #require(form.indicators.first))
    }

    // MARK: Words of the dictionary

    @Test(arguments: ["数量旨标", "质量指标'", "！质量指标", "质指标", "经济效益.指标"])
    func aLevelLabelIsRead(_ label: String) throws {
        let row = try scanned(rows(level2: label)).row
        let code = label.contains("质") ? "quality" : label.contains("经济") ? "economic_benefit" : "quantity"
        #expect(row.level2Code == code)
        #expect(row.repairs.contains(.ocrLexicon))
        #expect(row.confidence <= 0.85)
        #expect(row.ocrRaw["level2"] == label)
    }

    @Test func aWeightBehindALevelStays() throws {
        let row = try scanned(rows(level1: "产出旨标（50分）")).row
        #expect(row.level1 == "产出指标")
        #expect(row.level1Weight == 50)
        #expect(row.ocrRaw["level1"] == "产出旨标（50分）")
    }

    /// 效果 is a label of its own; so is what was surely read and is only near to a label.
    @Test(arguments: [("效果指标", 0.9), ("环境效益指标", 0.9), ("社会效能指标", 0.98)])
    func anotherLabelStays(_ label: String, confidence: Double) throws {
        let row = try scanned(rows(level2: label), confidence: confidence).row
        #expect(row.level2 == label)
        #expect(!row.repairs.contains(.ocrLexicon))
        #expect(row.ocrRaw.isEmpty)
    }

    @Test func aLabelOfTheHeadIsRead() throws {
        var page = rows()
        page[0][3] = "主管部内"
        let form = try scanned(page).form
        #expect(form.department == "交通局")
        #expect(form.ocrRaw == ["主管部门": "主管部内"])
    }

    @Test func aFundIsReadInSpiteOfDirtBehindItsNote() throws {
        let page = [["资金总额（万元）.", "286.4", "<", "<", "<"]] + rows()
        let fund = try #require(try scanned(page).form.funds.first)
        #expect(fund.item == .total)
        #expect(fund.label == "资金总额（万元）")
    }

    @Test func aFigureBehindTheNoteStays() throws {
        let page = [["资金总额（万元）286.4", "<", "<", "<", "<"]] + rows()
        let fund = try #require(try scanned(page).form.funds.first)
        #expect(fund.amount?.description == "2864000")
    }

    @Test func aColumnOfFundsIsReadWithoutTheBracketThatClosesItsName() throws {
        let page =
            [
                ["", "年初预算数", "全年预算数（A", "全年执行数（B）", "分值"], ["年度资金总额", "3", "4", "2", "10"],
            ] + rows()
        let form = try scanned(page).form
        #expect(form.funds.first?.adjustedBudget != nil)
    }

    /// The value behind a label is nobody's label, however near to one.
    @Test func aValueIsNoLabel() throws {
        var page = rows()
        page[0][1] = "基木支出"
        #expect(try scanned(page).form.projectName == "基木支出")
    }

    @Test(arguments: ["二级旨标", "二级.指标", "二级指"])
    func aHeaderIsRead(_ text: String) throws {
        let (form, row) = try scanned(rows(header: ["一级指标", text, "三级指标", "指标值", "分值"]))
        #expect(row.level2 == "数量指标")
        #expect(form.ocrRaw == ["二级指标": text])
    }

    /// One character tells it from a header that the dictionary knows, and that one stands beside it.
    @Test func aHeaderBesideTheOneItLooksLikeStays() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "半年指标值", "全年指标值"],
            ["产出指标", "数量指标", "参保率", "≥50%", "≥95%"],
        ]
        let row = try scanned(page, confidence: 0.8).row
        #expect(row.target?.text == "≥95%")
        #expect(row.extra == ["半年指标值": "≥50%"])
    }

    /// 一 is a single stroke, which dirt and ruling lines look like: it is lost more often than any other character.
    @Test(arguments: [
        ["级指标", "二级指标", "三级指标"], ["-级指标", "二级指标", "三级指标"], ["一级指标", "\"级指标", "三级指标"],
        ["级指标", "级指标", "三级指标"], ["一级指标", "二指标", "三级指标"],
    ])
    func aLevelsHeaderThatLostItsNumberIsRead(_ header: [String]) throws {
        let row = try scanned(rows(header: header + ["指标值", "分值"]), confidence: 0.99).row
        #expect(row.level1Code == "output")
        #expect(row.level2Code == "quantity")
        #expect(row.extra.isEmpty)
        #expect(row.confidence == 0.99)
    }

    /// A form without a second level: the labels below tell more than the neighbours.
    @Test func theLabelsBelowTellTheLevelOfAHeader() throws {
        let page = [["级指标", "三级指标", "指标值"], ["产出指标", "参保率", "≥95%"]]
        let row = try scanned(page).row
        #expect(row.level1 == "产出指标")
        #expect(row.level2 == nil)
    }

    @Test func charactersLostInsideAHeaderAreFound() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "计符", "指标值"], ["产出指标", "数量指标", "参保率", "≧", "95%"],
        ]
        #expect(try scanned(page).row.target?.comparator == .atLeast)
    }

    // MARK: Values

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

    @Test func theActualValueTellsADoubledPercentSign() throws {
        let page = [
            ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值"], ["产出指标", "数量指标", "参保率", "≥990%", "99%"],
        ]
        #expect(try scanned(page).row.target?.text == "≥99%")
    }

    @Test(arguments: [("增长率", "295%"), ("培训人数", "295人"), ("任务完成率", "120%")])
    func aValueThatMayBeTrueStays(_ name: String, value: String) throws {
        let row = try scanned(rows(name: name, value: value)).row
        #expect(row.target?.text == value)
        #expect(row.confidence == 0.9)
        #expect(row.repairs.isEmpty)
    }

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

    // MARK: Columns of operators and units

    private func splitRow(_ name: String, _ sign: String, _ value: String, _ unit: String) throws -> IndicatorRecord {
        let header = ["一级指标", "三级指标", "指标性质", "指标值", "度量单位"]
        return try scanned([header, ["产出指标", name, sign, value, unit]]).row
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

    // MARK: Lost structure

    @Test func aRowWhoseLevelWasLostIsDoubtful() throws {
        #expect(try scanned(rows(), confidence: 0.99).row.confidence == 0.99)
        #expect(try scanned(rows(level1: ""), confidence: 0.99).row.confidence < 0.8)
        // Embedded text is not lost, but its level may stand where nobody looked.
        #expect(try #require(Drawn.form(rows())?.indicators.first).confidence == 1)
        #expect(try #require(Drawn.form(rows(level1: ""))?.indicators.first).confidence == 0.8)
    }

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

    /// The label of a level without a column belongs to all the rows that it reaches over.
    @Test func rowsOfALevelUnderABlankHeaderAreDoubtful() throws {
        let page = [
            ["一级指标", "", "三级指标", "指标值"], ["产出指标", "数量指标", "参保率", "≥95%"], ["^", "^", "参保人数", "≥95人"],
        ]
        let form = try #require(Drawn.scannedForm(page, confidence: 0.99))
        #expect(form.indicators.count == 2)
        #expect(form.indicators.allSatisfy { $0.confidence < 0.8 })
    }

    @Test func aRowWithTextUnderABlankHeaderIsDoubtful() throws {
        let header = ["一级指标", "二级指标", "三级指标", "指标值", ""]
        #expect(try scanned(rows(header: header), confidence: 0.99).row.confidence < 0.8)
    }

    @Test func aLevelInFrontOfTheFirstColumnIsDoubtful() throws {
        let row = try scanned(rows(header: ["", "二级指标", "三级指标", "指标值", "分值"]), confidence: 0.99).row
        #expect(row.level1 == nil)
        #expect(row.confidence < 0.8)
    }

    @Test(arguments: ["产出指标分", "产出指标So分C"])
    func aLevelWithMoreBehindItIsDoubtful(_ label: String) throws {
        #expect(try scanned(rows(level1: label), confidence: 0.99).row.confidence < 0.8)
    }

    @Test func aFigureWithoutASignInAnOperatorColumnIsDoubtful() throws {
        #expect(try splitRow("参保人数", "", "95", "人").confidence < 0.8)
        #expect(try splitRow("参保人数", "=", "95", "人").confidence == 0.9)
    }

    @Test func aFigureWithoutASignInTheColumnOfDirectionsIsDoubtful() throws {
        let header = ["一级指标", "三级指标", "指标性质", "指标方向", "目标值", "计量单位"]
        func confidence(_ sign: String) throws -> Double {
            try scanned([header, ["产出指标", "单车价格", "反向", sign, "28.6", "万元"]], confidence: 0.99).row.confidence
        }
        #expect(try confidence("") < 0.8)
        #expect(try confidence("≤") == 0.99)
    }

    @Test func aRemarkOfMarksAloneIsDirt() throws {
        let page = [["一级指标", "三级指标", "指标值", "备注"], ["产出指标", "参保率", "≥95%", ":/"]]
        let row = try scanned(page, confidence: 0.99).row
        #expect(row.remark == nil)
        #expect(row.confidence < 0.8)
    }

    @Test func aRowThatLacksWhatAllOthersHaveIsDoubtful() throws {
        let header = ["一级指标", "三级指标", "指标值", "分值"]
        let rest = ["乙", "丙", "丁"].map { ["产出指标", "\($0)完成率", "≥95%", "10"] }
        func page(_ weight: String) -> [[String]] { [header, ["产出指标", "参保率", "≥95%", weight]] + rest }
        #expect(try scanned(page(""), confidence: 0.99).row.confidence < 0.8)
        #expect(try scanned(page("10"), confidence: 0.99).row.confidence == 0.99)
    }

    @Test func rowsUnderOneNameAreDoubtful() throws {
        let page = [
            ["一级指标", "三级指标", "指标值", "分值"], ["产出指标", "疏浚河道建设生态河道", "≥80条", "10"], ["^", "^", "≥15公里", "5"],
        ]
        let form = try #require(Drawn.scannedForm(page, confidence: 0.99))
        #expect(form.indicators.count == 2)
        #expect(form.indicators.allSatisfy { $0.confidence < 0.8 })
    }

    // MARK: What the picture told already

    /// The engine read 30.000, the picture shows a comma.
    @Test func aReadingThatThePictureRepairedIsKept() throws {
        var page = Drawn.page(
            1, [.text("项目支出绩效目标表"), .table(rows(value: "≥30,000人"))], source: .ocr, confidence: 0.9)
        for index in page.tables[0].cells.indices where page.tables[0].cells[index].text == "≥30,000人" {
            page.tables[0].cells[index].asRead = "≥30.000人"
        }
        for index in page.tables[0].cells.indices where page.tables[0].cells[index].text == "交通局" {
            page.tables[0].cells[index].asRead = "交通局"
        }
        var assembler = FormAssembler(dictionary: .builtIn)
        let form = try #require((assembler.consume(page) + assembler.finish()).first)
        let row = try #require(form.indicators.first)
        #expect(row.target?.text == "≥30,000人")
        #expect(row.ocrRaw == ["target": "≥30.000人"])
        #expect(row.repairs.isEmpty, "nothing of the form's words was needed")
        #expect(form.ocrRaw.isEmpty, "the indicator tells it")
    }

    // MARK: Text that is in the file

    @Test func exportedTextIsNeverTouched() throws {
        for (level2, value, weight) in [("数量旨标", "295%", "1O"), ("质指标", "≤11.5%0", "'10"), ("！质量指标", "1OO%", "-5")] {
            let form = try #require(Drawn.form(rows(level2: level2, value: value, weight: weight)))
            let row = try #require(form.indicators.first)
            #expect(row.level2 == level2)
            #expect(row.target?.text == value)
            #expect(row.repairs.isDisjoint(with: [.ocrLexicon, .ocrValue]))
            // A weight that is no number is text that was not taken up.
            #expect(row.weight == nil ? row.confidence < 0.9 : row.confidence == 1)
            #expect(row.ocrRaw.isEmpty && form.ocrRaw.isEmpty)
        }
    }

    @Test func theKeyIsOnlyThereWhereSomethingWasRepaired() throws {
        let document = DocumentIdentity(file: "a.pdf", sha256: String(repeating: "0", count: 64))
        let clean = try scanned(rows()).form.indicatorLines(in: document, ordinal: 1)[0]
        #expect(clean["source"]?["ocr_raw"] == nil)
        let mended = try scanned(rows(weight: "1O")).form.indicatorLines(in: document, ordinal: 1)[0]
        #expect(mended["source"]?["ocr_raw"] == .object(["weight": .string("1O")]))
    }
}
