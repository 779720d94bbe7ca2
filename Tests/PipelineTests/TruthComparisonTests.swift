import Testing

/// The comparison must see what it is there to see.
@Suite struct TruthComparisonTests {
    private typealias Object = [String: Any]

    private let row: Object = ["level3": "参保人数", "target": ["text": "12人", "value": 12] as Object, "remark": "甲 乙"]

    private func form(_ rows: [Object], project: String = "甲项目", amount: Double = 461875.47) -> Object {
        [
            "project_name": project, "indicator_count": rows.count, "indicators": rows,
            "funds": [["item": "total", "amount": amount] as Object],
        ]
    }

    private func places(found: [Object], truth: [Object]) -> [String] {
        let forms = found.map { ConvertedForm(head: $0, rows: $0["indicators"] as? [Object] ?? []) }
        return TruthComparison(found: forms, truth: truth).differences.keys.sorted()
    }

    @Test func equalFormsHaveNoDifference() {
        #expect(places(found: [form([row])], truth: [form([row])]).isEmpty)
        var spaced = row
        spaced["remark"] = "甲\n乙"
        #expect(places(found: [form([spaced])], truth: [form([row])]).isEmpty)
    }

    @Test func everyDifferenceIsNamedByItsPlace() {
        var other = row
        other["target"] = ["text": "12人", "value": 13] as Object
        #expect(places(found: [form([other])], truth: [form([row])]) == ["form 1 row 1 target.value"])
        other["target"] = nil
        #expect(
            places(found: [form([other])], truth: [form([row])]) == [
                "form 1 row 1 target.text", "form 1 row 1 target.value",
            ])
        #expect(places(found: [form([row], project: "乙")], truth: [form([row])]) == ["form 1 project_name"])
        #expect(places(found: [form([row], amount: 461875.48)], truth: [form([row])]) == ["form 1 funds 1 amount"])
        #expect(places(found: [], truth: [form([row])]) == ["number of forms"])
    }

    @Test func aLostRowDoesNotDragTheNextOnes() {
        var second = row
        second["level3"] = "培训次数"
        #expect(
            places(found: [form([second])], truth: [form([row, second])]) == [
                "form 1 indicator_count", "form 1 row 1",
            ])
    }
}
