import Foundation
import Normalize
import Testing

extension Documents {
    @Suite struct CorpusTests {
        @Test func theCorpusIsThere() {
            #expect(Corpus.exported(in: "corpus").count >= 40)
            #expect(Corpus.exported(in: "corpus-layouts").count >= 30)
        }

        @Test(arguments: Corpus.exported(in: "corpus"))
        func agreesWithTheTruth(_ document: Corpus.Document) throws {
            let (forms, result) = try ConvertedForm.all(in: Corpus.path(document.file))
            #expect(result.failures.isEmpty)
            let truth = try Corpus.truth(of: document, in: "corpus")
            expect(
                TruthComparison(found: forms, truth: truth).differences,
                toBe: KnownFailures.corpus[document.file] ?? [])
            for form in forms { expectWellFormed(form) }
        }

        @Test(arguments: Corpus.exported(in: "corpus-layouts"))
        func agreesWithTheTruthOfOtherLayouts(_ document: Corpus.Document) throws {
            let (forms, result) = try ConvertedForm.all(in: Corpus.path(document.file, in: "corpus-layouts"))
            #expect(result.failures.isEmpty)
            let truth = try Corpus.truth(of: document, in: "corpus-layouts")
            expect(
                TruthComparison(found: forms, truth: truth).differences,
                toBe: KnownFailures.layouts[document.file] ?? [])
            for form in forms { expectWellFormed(form) }
        }

        @Test(arguments: ["corpus", "corpus-layouts"])
        func namesWhatIsWrongWithBadInput(folder: String) throws {
            for document in Corpus.bad(in: folder) {
                let (forms, result) = try ConvertedForm.all(in: Corpus.path(document.file, in: folder))
                let codes = result.failures.map(\.code.rawValue)
                let allowed = document.failureCodes ?? []
                if document.expect == "any" {
                    #expect(!forms.isEmpty || !codes.isEmpty, "\(document.file): neither records nor a failure")
                } else {
                    #expect(forms.isEmpty, "\(document.file)")
                    #expect(codes.count == 1, "\(document.file): \(codes)")
                }
                #expect(codes.allSatisfy(allowed.contains), "\(document.file): \(codes), allowed \(allowed)")
                #expect(result.failures.allSatisfy { $0.message.hasSuffix(".") }, "\(document.file)")
            }
        }

        @Test func aFileWithOnlyAnOwnerPasswordIsConverted() throws {
            let (forms, result) = try ConvertedForm.all(in: Corpus.path("owner-password-only.pdf"))
            #expect(forms.count == 1)
            #expect(result.failures.isEmpty)
        }
    }
}

/// Expects the known differences, each of them, and no other.
private func expect(_ differences: [String: String], toBe known: [KnownFailures.Entry]) {
    func covers(_ place: String, _ key: String) -> Bool { key == place || key.hasPrefix(place + " ") }
    let places = known.flatMap(\.places)
    for (key, detail) in differences.sorted(by: { $0.key < $1.key }) {
        if !places.contains(where: { covers($0, key) }) { Issue.record("\(key): \(detail)") }
    }
    for entry in known {
        for place in entry.places {
            withKnownIssue("\(place): \(entry.reason)") {
                let found = differences.filter { covers(place, $0.key) }
                #expect(found.isEmpty)
            }
        }
    }
}

/// What holds for every record of a document that carries its own text.
private func expectWellFormed(_ form: ConvertedForm) {
    let pages = form.head["pages"] as? [Int] ?? []
    #expect(!pages.isEmpty && pages == pages.sorted())
    for (index, row) in form.rows.enumerated() {
        #expect(row["record_id"] as? String == "\(form.head["form_id"] as? String ?? "")-r\(index + 1)")
        for key in ["form_kind", "form_title", "fiscal_year", "project_name", "department", "implementing_unit"] {
            #expect("\(row[key] ?? "")" == "\(form.head[key] ?? "")", "\(key) of a row and its form")
        }
        let source = row["source"] as? [String: Any] ?? [:]
        #expect(source["text_source"] as? String == "embedded")
        #expect(pages.contains(source["page"] as? Int ?? 0))
        let box = (source["bbox"] as? [NSNumber] ?? []).map(\.doubleValue)
        #expect(box.count == 4 && box[0] < box[2] && box[1] < box[3])
        let confidence = (row["confidence"] as? NSNumber)?.doubleValue ?? -1
        #expect((0...1).contains(confidence))
        #expect(!row.values.contains { $0 as? String == "" }, "an empty string stands for nothing")
    }
}
