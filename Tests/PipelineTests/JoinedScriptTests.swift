import Testing

@testable import Review

/// The modules of the page, joined.
@Suite struct JoinedScriptTests {
    @Test func noImportOrExportIsLeft() {
        let lines = InspectScript.text.split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("import ") || $0.hasPrefix("export ") || $0.hasPrefix("} from ") })
        #expect(lines.contains("const byID = id => document.getElementById(id);"))
        #expect(lines.contains { $0.hasPrefix("function startPages(") })
    }

    /// The same name in two modules would be one in the joined script.
    @Test func everyNameIsDeclaredOnce() {
        let names = InspectScript.text.split(separator: "\n").compactMap { line in
            try? #/^(?:const|let|class|function|async function) (\w+)/#.firstMatch(in: line)?.1
        }
        #expect(names.count > 50 && Set(names).count == names.count)
    }

    /// It stands in an element that this text would end.
    @Test func itDoesNotEndItsElement() {
        #expect(!InspectScript.text.contains("</script") && !InspectScript.text.contains("<!--"))
    }

    @Test func theHashIsThatOfAPolicy() {
        #expect(InspectScript.hash.count == 44 && InspectScript.hash.hasSuffix("="))
    }
}
