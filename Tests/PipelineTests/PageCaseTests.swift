import Foundation
import Normalize
import Pipeline
import Testing

@testable import ScanReading

extension Documents {
    /// One form shown in unusual ways: what a reader sees is what the records say.
    @Suite struct PageCaseTests {
        private static let isInstalled = OCRInstallation.find() != nil
        private static let withText = [
            "acroform-values", "freetext-values", "chromium-watermark-horizontal", "watermark-horizontal-grey",
            "rounded-boxes",
        ]
        private static let withoutCharacters = [
            "tounicode-entries-missing", "identity-h-no-tounicode", "type3-no-tounicode-g",
        ]
        private static let drawn = ["text-as-curves", "text-page-with-pasted-picture"]
        private static let scanned = [
            "layer-few-digits-wrong", "dark-header-scan", "negative-scan",
        ]

        private static let indicators = [
            "产出指标 数量指标 培训基层文化骨干人次 ≥1000人次", "产出指标 数量指标 送戏下乡演出场次 ≥120场",
            "产出指标 质量指标 设备验收合格率 ≥95%", "产出指标 时效指标 补助资金拨付完成时间 2024年12月底前",
            "效益指标 社会效益指标 群众文化活动知晓率 ≥80%", "满意度指标 服务对象满意度指标 受益群众满意度 ≥90%",
        ]

        private func read(_ name: String, ocr: OCRMode = .auto) throws -> [ConvertedForm] {
            var options = ConvertOptions()
            options.ocr = ocr
            return try ConvertedForm.all(in: Corpus.path("\(name).pdf", in: "corpus-pages"), options: options).forms
        }

        private func indicators(of forms: [ConvertedForm]) -> [String] {
            forms.flatMap(\.rows).map { row in
                let target = (row["target"] as? [String: Any])?["text"] as? String
                return (["level1", "level2", "level3"].map { row[$0] as? String } + [target]).map { $0 ?? "-" }
                    .joined(separator: " ")
            }
        }

        @Test(arguments: withText) func theTextIsWhatIsSeen(_ name: String) throws {
            #expect(indicators(of: try read(name, ocr: .never)) == Self.indicators)
        }

        @Test(
            .enabled(if: isInstalled, "ppocr is not installed; run scripts/install-ocr."),
            arguments: withoutCharacters + drawn + scanned)
        func thePictureIsReadWhereTheTextFails(_ name: String) throws {
            #expect(indicators(of: try read(name)) == Self.indicators)
        }

        /// All rows are there; what the seal spoilt is never sure.
        @Test(.enabled(if: isInstalled, "ppocr is not installed; run scripts/install-ocr."))
        func whatASealSpoiltIsDoubted() throws {
            let forms = try read("red-seal-over-values")
            let rows = forms.flatMap(\.rows)
            #expect(rows.count == Self.indicators.count)
            for (row, (found, wanted)) in zip(rows, zip(indicators(of: forms), Self.indicators)) where found != wanted {
                #expect(row["confidence"] as? Double ?? 1 < 0.5, "\(found)")
            }
        }

        @Test(.enabled(if: isInstalled, "ppocr is not installed; run scripts/install-ocr."))
        func labelsTurnedOnAScanAreRead() throws {
            let rows = indicators(of: try read("rotated-labels-scan"))
            #expect(
                rows.map { String($0.prefix(while: { $0 != " " })) }
                    == Array(repeating: "产出指标", count: 3) + Array(repeating: "效益指标", count: 3))
        }

        /// Without an engine the records are fewer or doubtful, never sure.
        @Test(arguments: withoutCharacters) func missingCharactersAreNeverSure(_ name: String) throws {
            for form in try read(name, ocr: .never) {
                let notes = (form.head["notes"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
                #expect(notes?.contains("characters_missing") == true)
                #expect(form.rows.allSatisfy { ($0["confidence"] as? Double ?? 1) < 0.9 })
            }
        }
    }
}
