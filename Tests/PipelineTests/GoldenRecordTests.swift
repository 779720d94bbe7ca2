import Normalize
import Testing

@testable import Pipeline

extension Documents {
    /// The form stage: forms and their indicator records, as they are written.
    @Suite struct GoldenRecordTests {
        @Test(arguments: GoldenCase.all)
        func recordsAgreeWithTheStoredOnes(_ golden: GoldenCase) throws {
            var dump = ""
            let result = try DocumentConverter(options: ConvertOptions()).convert(.path(golden.path)) {
                form, document, ordinal in
                var document = document
                // The same wherever the repository lies.
                document.file = golden.file
                dump += "form \(ordinal)\n" + form.json(in: document, ordinal: ordinal).dump()
                for (index, line) in form.indicatorLines(in: document, ordinal: ordinal).enumerated() {
                    // The head of the form stands above.
                    let repeated = ["form_kind", "form_title", "fiscal_year", "project_name", "department"]
                    dump += "indicator \(ordinal).\(index + 1)\n" + line.dump(without: repeated)
                }
            }
            for failure in result.failures { dump += "failure \(failure.code.rawValue)\n" }
            try Golden.expect(dump, agreesWith: golden, stage: "records")
        }
    }
}

extension JSONValue {
    /// A line for each member that is not null and not empty, in the order of the schema.
    fileprivate func dump(without left: [String] = []) -> String {
        guard case .object(let members) = self else { return "  \(self)\n" }
        return members.filter { !left.contains($0.key) && !["null", "[]", "{}"].contains("\($0.value)") }
            .map { "  \($0.key): \($0.value)\n" }.joined()
    }
}
