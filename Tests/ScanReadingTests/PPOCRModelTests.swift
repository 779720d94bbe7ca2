import Foundation
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// A recognition model by itself.
@Suite(.enabled(if: OCRInstallation.find() != nil, "ppocr is not installed; run scripts/install-ocr."))
struct PPOCRModelTests {
    private func installation() throws -> OCRInstallation { try #require(OCRInstallation.find()) }

    @Test func aFileThatIsNoModelIsAnError() throws {
        let installation = try installation()
        let file = FileManager.default.temporaryDirectory.appending(path: "model-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("broken".utf8).write(to: file)
        let runtime = try NeuralRuntime(library: installation.library)
        let error = #expect(throws: OCRError.self) {
            _ = try PPOCRModel(path: file.path, runtime: runtime, settings: PPOCRSettings())
        }
        #expect(error?.code == .failed)
    }

    /// Lines share pictures: what stands beside them must not change what they say.
    @Test func linesReadAmongOthersAsTheyDoAlone() throws {
        let installation = try installation()
        let settings = PPOCRSettings()
        let model = try PPOCRModel(
            path: installation.recognitionModel, runtime: try NeuralRuntime(library: installation.library),
            settings: settings)
        let page = try PrintedPage("approval-2025.chromium.pdf")
        let short = page.lines.filter { $0.text.count <= 12 }
        let lines = short.enumerated().compactMap { index, line in
            PreparedLine(index: index, picture: page.picture(of: line.box), settings: settings)
        }
        try #require(lines.count > 30)
        let together = Dictionary(
            uniqueKeysWithValues: try model.read(lines).map { ($0.index, folded($0.reading.text)) })
        let alike = try lines.count { line in
            try model.read([line]).first.map { folded($0.reading.text) } == together[line.index]
        }
        #expect(Double(alike) >= 0.97 * Double(lines.count))
    }
}
