import Foundation
import Testing

@testable import Export

@Suite struct ResultTablesTests {
    /// What docs/columns.md has to say of a table.
    private func described(_ table: ResultTable) -> String {
        let rows = table.columns.map { "| `\($0.name)` | \($0.chinese) | \($0.kind.rawValue) |" }
        return (["| column | 中文 | kind |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    @Test(arguments: ResultTable.all.map(\.name))
    func thePageOfColumnsListsThem(name: String) throws {
        let page = try String(contentsOf: Corpus.root.appending(path: "docs/columns.md"), encoding: .utf8)
        let table = try #require(ResultTable.all.first { $0.name == name })
        #expect(page.contains("## `\(name)`, \(table.chinese)"))
        #expect(page.contains(described(table)), "docs/columns.md should have:\n\(described(table))")
    }

    @Test func everyColumnHasAChineseNameOfItsOwn() {
        for table in ResultTable.all {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count)
            #expect(Set(table.columns.map(\.chinese)).count == table.columns.count, "\(table.name)")
            #expect(table.columns.allSatisfy { $0.chinese != $0.name })
        }
    }

    @Test func rowsAreNamedByTheirColumns() {
        for table in ResultTable.all {
            #expect(table.key.allSatisfy { table.index(of: $0) != nil })
            #expect(table.key.first == "file")
            guard let parent = table.parent else { continue }
            let owner = ResultTable.all.first { $0.name == parent.table }
            #expect(owner?.key == parent.key)
        }
    }

    /// A key that a record has and no column would be lost on the way out.
    @Test(arguments: ["indicator", "form", "failure"])
    func everyKeyOfARecordHasAColumn(name: String) throws {
        let schema = try Data(contentsOf: Corpus.root.appending(path: "schema/\(name).schema.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: schema) as? [String: Any])
        let keys = Set(try #require(object["properties"] as? [String: Any]).keys)
        let tables = ResultTable.all.filter { $0.stream == ResultTable.all.first { $0.name == name }?.stream }
        let roots = tables.flatMap { table -> [String] in
            let origins = table.columns.compactMap { column -> String? in
                switch column.origin {
                case .line(let path), .place(let path, _): path.first
                case .element, .ordinal, .owner: nil
                }
            }
            guard case .elements(let paths) = table.rows else { return origins }
            return origins + paths.compactMap(\.first)
        }
        #expect(keys.subtracting(roots) == [])
    }
}
