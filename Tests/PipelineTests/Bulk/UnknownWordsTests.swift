import Foundation
import Normalize
import Testing

@testable import Bulk

/// The words of a run that no dictionary knew, as a dictionary file to fill in.
@Suite struct UnknownWordsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    private func write(rows: [String], forms: [String]) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, lines) in [("indicators.jsonl", rows), ("forms.jsonl", forms), ("failures.jsonl", [])] {
            try (lines.joined(separator: "\n") + "\n").write(
                to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
    }

    private func words() throws -> UnknownWords {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            rows: [
                #"{"extra":{"取数来源":"年报","上年指标值":"3"},"source":{"file":"a.pdf"}}"#,
                #"{"extra":{"取数来源":"台账","责任科室":"办公室"},"source":{"file":"a.pdf"}}"#,
                #"{"extra":{"取数来源":"台账"},"source":{"file":"b.pdf"}}"#, #"{"extra":{},"source":{"file":"b.pdf"}}"#,
            ],
            forms: [
                #"{"fields":{"项目编码":"07","联系人":"甲"},"funds":[{"item":"other","label":"银河资金"},{"item":"other","label":"其他资金"}],"source":{"file":"a.pdf"}}"#
            ])
        return try UnknownWords(folder: folder.path, dictionary: .builtIn)
    }

    @Test func theMostFrequentHeaderComesFirstWithAnExample() throws {
        let columns = try words().words(of: .columns)
        #expect(columns.map(\.text) == ["取数来源", "责任科室"])
        #expect(columns[0] == .init(text: "取数来源", count: 3, files: 2, example: "年报", file: "a.pdf"))
    }

    @Test func labelsAndSourcesThatAreKnownAreLeftOut() throws {
        let found = try words()
        #expect(found.words(of: .labels).map(\.text) == ["项目编码"])
        #expect(found.words(of: .funds).map(\.text) == ["银河资金"])
    }

    @Test func theListIsADictionaryToFillIn() throws {
        let file = try words().dictionaryFile
        #expect(file.contains("\"取数来源\"  3 rows of 2 files"))
        _ = try FormDictionary.builtIn(extendedBy: file, name: "words")
        let filled = file.replacing("  remark: []", with: "  remark: [取数来源]")
        let dictionary = try FormDictionary.builtIn(extendedBy: filled, name: "words")
        #expect(dictionary.knows(header: "取数来源"))
    }

    @Test func aFolderWithoutResultsIsAUsageError() {
        #expect(throws: UsageError.self) { try UnknownWords(folder: "/nowhere", dictionary: .builtIn) }
    }
}
