import Testing

@testable import ScanReading

/// Files that a sandbox leaves readable for an engine.
@Suite struct EngineFilesTests {
    /// A program reads for itself, in its own process: the worker needs nothing.
    @Test func aProgramNeedsNoFilesOfTheWorker() { #expect(EngineFiles.paths(for: .command("reader")).isEmpty) }

    @Test func tesseractReadsItsData() {
        #expect(EngineFiles.paths(for: .tesseract).contains("/usr/share/tesseract-ocr"))
    }

    @Test(arguments: [OCREngine.auto, .ppocr, .tesseract])
    func allPathsAreAbsolute(engine: OCREngine) {
        #expect(EngineFiles.paths(for: engine).allSatisfy { $0.hasPrefix("/") && $0 != "/" })
    }

    @Test func automaticIsWhatIsInstalled() {
        let engine: OCREngine = OCRInstallation.find() == nil ? .tesseract : .ppocr
        #expect(EngineFiles.paths(for: .auto) == EngineFiles.paths(for: engine))
    }
}
