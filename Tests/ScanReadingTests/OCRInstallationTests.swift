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

    /// The user's own engine goes before that of the system, and a named one before all.
    @Test func theSystemsFolderComesLast() {
        let system = "/var/lib/zhibiao/ocr"
        #expect(OCRInstallation.folders { _ in nil } == [system])
        #expect(OCRInstallation.folders { ["HOME": "/h"][$0] } == ["/h/.local/share/zhibiao/ocr", system])
        #expect(
            OCRInstallation.folders { ["HOME": "/h", "XDG_DATA_HOME": "/d"][$0] } == ["/d/zhibiao/ocr", system])
        #expect(OCRInstallation.folders { ["HOME": "/h", "ZHIBIAO_OCR_HOME": "/o"][$0] } == ["/o"])
    }

    /// Names and versions are read from the installer's note, without the hashes.
    @Test func versionsAreThoseOfTheNote() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ocr-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(OCRInstallation(folder: folder.path).versions == [])
        try Data("openvino 2026.4.0 71ee\nmodels 1.4.4 971d\n\n".utf8).write(to: folder.appending(path: "versions"))
        #expect(OCRInstallation(folder: folder.path).versions == ["openvino 2026.4.0", "models 1.4.4"])
    }
}
