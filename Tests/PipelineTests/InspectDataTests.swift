import Foundation
import Normalize
import PageModel
import Pipeline
import Testing

@testable import Review

/// What the script of the page is given.
@Suite struct InspectDataTests {
    private func data() throws -> [String: Any] {
        var forms: [FormRecord] = []
        let result = try DocumentConverter(options: ConvertOptions()).convert(.path(GoodForm.path)) { form, _, _ in
            forms.append(form)
        }
        let document = DocumentIdentity(file: "好.pdf", sha256: try #require(result.sha256))
        let text = InspectData(document: document, forms: forms, failures: [], pages: [(1, 600, 800)]).text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func everyFieldComesWithItsPlaces() throws {
        let form = try #require((try data()["forms"] as? [[String: Any]])?.first)
        let rows = try #require(form["rows"] as? [[String: Any]])
        #expect(rows.count == GoodForm.indicators)
        for row in rows {
            let fields = try #require(row["fields"] as? [[String: Any]])
            let name = try #require(fields.first { $0["field"] as? String == "level3" })
            #expect((name["places"] as? [[String: Any]])?.isEmpty == false)
        }
    }

    /// A script would round them.
    @Test func figuresAreTexts() throws {
        let form = try #require((try data()["forms"] as? [[String: Any]])?.first)
        let fields = try #require(form["fields"] as? [[String: Any]])
        let amounts = fields.filter { ($0["field"] as? String)?.hasSuffix(".amount") ?? false }
        #expect(amounts.allSatisfy { $0["value"] is String })
    }

    /// A word that one language lacks would stand as its key.
    @Test(arguments: ["texts", "codes", "names"])
    func theLanguagesHaveTheSameWords(catalogue: String) throws {
        let words = try #require(try data()[catalogue] as? [String: [String: String]])
        let (chinese, english) = (try #require(words["zh"]), try #require(words["en"]))
        #expect(Set(chinese.keys) == Set(english.keys) && !chinese.isEmpty)
    }

    @Test func everyCodeHasItsWords() throws {
        let words = try #require(try data()["codes"] as? [String: [String: String]])
        let known = Set(try #require(words["zh"]).keys)
        var codes = FormKind.allCases.map(\.rawValue) + Repair.allCases.map(\.rawValue)
        codes += AuditCheck.Code.allCases.map(\.rawValue) + PageNote.Code.allCases.map(\.rawValue)
        codes += FieldEvidence.Basis.allCases.map(\.rawValue)
        #expect(codes.filter { !known.contains($0) } == [])
    }
}
