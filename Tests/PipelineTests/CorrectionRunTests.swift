import Normalize
import Pipeline
import Testing

@testable import Review

/// What a person said, put into the records.
@Suite struct CorrectionRunTests {
    private func form() throws -> (FormRecord, DocumentIdentity) {
        var found: (FormRecord, DocumentIdentity)?
        _ = try DocumentConverter(options: ConvertOptions()).convert(.path(GoodForm.path)) { form, document, _ in
            found = found ?? (form, document)
        }
        return try #require(found)
    }

    private func correction(
        _ field: String, row: Int? = nil, _ action: Correction.Action = .correct, old: String?, new: String? = nil,
        in document: DocumentIdentity
    ) -> Correction {
        let form = "\(document.sha256.prefix(16))-f1"
        return Correction(
            sha256: document.sha256, formID: form, recordID: row.map { "\(form)-r\($0)" }, field: field,
            action: action, old: old, new: new)
    }

    private func reviewed(
        _ make: (FormRecord, DocumentIdentity) -> [Correction]
    ) throws -> (before: FormRecord, after: FormRecord, refusal: String?) {
        let (form, document) = try form()
        var run = CorrectionRun(make(form, document), dictionary: .builtIn)
        let after = run.reviewed(form, in: document, ordinal: 1)
        return (form, after, run.refusal)
    }

    @Test func aCorrectedTargetIsReadAgainAndMarked() throws {
        let (before, after, refusal) = try reviewed { form, document in
            [correction("target", row: 1, old: form.text(of: "target", row: 0), new: "≥95.5%", in: document)]
        }
        #expect(refusal == nil)
        let record = after.indicators[0]
        #expect(record.target?.comparator?.rawValue == ">=" && record.target?.value?.description == "95.5")
        #expect(record.repairs.contains(.reviewed))
        let account = try #require(record.accounts.first { $0.field == "target" })
        #expect(account.evidence.beforeReview == before.text(of: "target", row: 0))
        #expect(account.evidence.lines == before.indicators[0].evidence["target"]?.lines)
    }

    @Test func whatCannotBeReadIsNull() throws {
        let (_, after, refusal) = try reviewed { form, document in
            [correction("target", row: 2, .unreadable, old: form.text(of: "target", row: 1), in: document)]
        }
        #expect(refusal == nil && after.indicators[1].target == nil)
    }

    @Test func theSumsAreMadeAgain() throws {
        let (before, after, refusal) = try reviewed { form, document in
            guard let label = form.funds.first.map({ _ in "funds.1.label" }) else { return [] }
            return [correction(label, old: form.text(of: label, row: nil), new: "预算总额", in: document)]
        }
        #expect(refusal == nil && after.checks.map(\.code) == before.checks.map(\.code))
    }

    @Test func aDeletedRowLeavesTheNamesOfTheOthers() throws {
        let (before, after, refusal) = try reviewed { form, document in
            [correction("", row: 1, .delete, old: form.indicators[0].level3, in: document)]
        }
        #expect(refusal == nil && after.indicators.count == before.indicators.count - 1)
        let (_, document) = try form()
        let names = after.indicatorLines(in: document, ordinal: 1).compactMap { $0["record_id"]?.description }
        #expect(names.first?.hasSuffix("-f1-r2\"") == true)
    }

    @Test func aCorrectionOfAnotherReadingIsRefused() throws {
        let (before, after, refusal) = try reviewed { _, document in
            [
                correction("target", row: 1, old: "something else", new: "≥1%", in: document),
                correction("target", row: 999, old: nil, new: "≥1%", in: document),
                correction("weight", row: 1, .correct, old: "1000000", new: "x", in: document),
            ]
        }
        #expect(after.indicators == before.indicators)
        #expect(refusal?.hasPrefix("3 corrections were not applied") == true)
        #expect(refusal?.contains("f1-r1 target: it was made when \"something else\" was read") == true)
    }

    @Test func aFormThatIsNotThereIsRefused() throws {
        let (_, document) = try form()
        var one = correction("grade", old: nil, new: "优", in: document)
        one.formID = "\(document.sha256.prefix(16))-f7"
        let run = CorrectionRun([one], dictionary: .builtIn)
        #expect(run.refusal?.contains("there is no such form") == true)
    }

    @Test func ofTwoForOneFieldTheLaterOneCounts() throws {
        let (_, after, refusal) = try reviewed { form, document in
            ["甲", "乙"].map { correction("level3", row: 1, old: form.indicators[0].level3, new: $0, in: document) }
        }
        #expect(refusal == nil && after.indicators[0].level3 == "乙")
    }
}
