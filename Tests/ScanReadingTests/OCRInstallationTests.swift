import Foundation
import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct OCRInstallationTests {
    @Test func brokenLibraryIsAnError() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ocr-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in ["lib", "models"] {
            try FileManager.default.createDirectory(at: folder.appending(path: part), withIntermediateDirectories: true)
        }
        let installation = OCRInstallation(folder: folder.path)
        #expect(!installation.isComplete)
        for path in installation.files {
            try Data("broken".utf8).write(to: URL(filePath: path))
        }
        #expect(installation.isComplete)
        let error = #expect(throws: OCRError.self) { _ = try NeuralRuntime(library: installation.library) }
        #expect(error?.code == .failed)
        let reading = #expect(throws: OCRError.self) {
            let picture = GrayImage(width: 2, height: 1, pixels: [0, 255])
            _ = try RecognizerFactory.make(.ppocr, installation: installation).read([picture])
        }
        #expect(reading?.code == .failed)
    }
}
