import Foundation
import Normalize
import PDFText
import PageModel
import Pipeline
import ScanReading
import Testing

extension Documents {
    /// Every field says where it stands, and there it stands.
    @Suite struct RecordEvidenceTests {
        static let documents = ["corpus", "corpus-layouts"].flatMap { folder in
            Corpus.exported(in: folder).map { Corpus.path($0.file, in: folder) }
        }

        /// The fields of all forms, and the pages with their glyphs.
        private func read(_ path: String) throws -> (accounts: [FieldAccount], pages: [Int: PageContent]) {
            var options = ConvertOptions()
            options.ocr = .never
            var accounts: [FieldAccount] = []
            _ = try DocumentConverter(options: options).convert(.path(path)) { form, _, _ in
                accounts += form.accounts + form.indicators.flatMap(\.accounts)
            }
            var pages: [Int: PageContent] = [:]
            var sequence = try PageSequence(.path(path), options: options, reader: PageReader(options: options))
            while let number = sequence.nextNumber { pages[number] = try sequence.read() }
            return (accounts, pages)
        }

        @Test(arguments: documents)
        func theBoxOfEveryFieldHoldsWhatIsPrinted(_ path: String) throws {
            let (accounts, pages) = try read(path)
            #expect(!accounts.isEmpty)
            for account in accounts {
                #expect(account.evidence.basis != .unplaced, "\(account.field)")
                for line in account.evidence.lines {
                    let page = try #require(pages[line.page])
                    #expect(
                        line.text.bare.isMade(of: page.scalars(in: line.box)),
                        "\(account.field): \(line.text) is not in its box")
                }
            }
        }

        /// A text of a record is made of what is printed in its boxes.
        @Test(arguments: documents)
        func theValueOfEveryFieldIsPrintedInItsBoxes(_ path: String) throws {
            for account in try read(path).accounts where account.evidence.basis == .printed {
                guard let text = account.value.printedText else { continue }
                let printed = account.evidence.lines.map(\.text).joined()
                #expect(
                    unifyingRadicals(text).bare.isMade(of: unifyingRadicals(printed).bare),
                    "\(account.field): \(text) is not in \(printed)")
            }
        }

        @Test func aLevelThatHoldsForSeveralRowsSaysSo() throws {
            let (accounts, _) = try read(GoodForm.path)
            let levels = accounts.filter { $0.field == "level1" }
            #expect(levels.contains { $0.evidence.basis == .printed && $0.reason == nil })
            let filled = try #require(levels.first { $0.evidence.basis == .filledDown })
            #expect(!filled.evidence.lines.isEmpty && filled.reason != nil)
            let kind = try #require(accounts.first { $0.field == "form_kind" })
            #expect(kind.evidence.basis == .title && kind.source == "form_title")
        }
    }
}

extension JSONValue {
    /// The text of a field as it is printed; nil for figures, which may be multiplied out, and for days.
    fileprivate var printedText: String? {
        switch self {
        case .string(let text): text.wholeMatch(of: /\d{4}-\d\d-\d\d|[a-z_]+/) == nil ? text : nil
        case .object: self["text"]?.printedText
        default: nil
        }
    }
}

extension String {
    fileprivate var bare: [UnicodeScalar] { unicodeScalars.filter { !$0.properties.isWhitespace } }
}

extension [UnicodeScalar] {
    /// Whether all of these are among others, each as often.
    fileprivate func isMade(of others: [UnicodeScalar]) -> Bool {
        var counts: [UnicodeScalar: Int] = [:]
        for scalar in others { counts[scalar, default: 0] += 1 }
        return allSatisfy { scalar in
            counts[scalar, default: 0] -= 1
            return counts[scalar, default: 0] >= 0
        }
    }
}

extension PageContent {
    /// What stands in a box, its edges included.
    fileprivate func scalars(in box: Rect) -> [UnicodeScalar] {
        runs.flatMap(\.glyphs).filter { glyph in
            let placed = skew.onPage(glyph.box)
            return box.expandedBy(0.5).contains(Point(x: placed.midX, y: placed.midY))
        }.map(\.scalar)
    }
}
