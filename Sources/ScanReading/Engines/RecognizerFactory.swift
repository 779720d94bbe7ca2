internal import PageImage
internal import PageModel

/// Makes the engine that the user chose.
package enum RecognizerFactory {
    /// - Returns: A recognizer whose files are there; the models load at its first reading.
    /// - Throws: `missing` when the engine is not installed, with what to do about it.
    package static func make(_ engine: OCREngine) throws(OCRError) -> any LineRecognizer {
        try make(engine, installation: OCRInstallation.find())
    }

    /// - Parameter installation: Of ppocr; nil when there is none.
    static func make(
        _ engine: OCREngine, installation: OCRInstallation?
    ) throws(OCRError) -> any LineRecognizer {
        switch engine {
        case .ppocr:
            guard let installation else { throw OCRInstallation.notFound }
            return PPOCRRecognizer(installation: installation)
        case .tesseract:
            return try TesseractRecognizer()
        case .command(let line):
            return try CommandRecognizer(commandLine: line)
        case .auto:
            if let installation { return PPOCRRecognizer(installation: installation) }
            do {
                return try TesseractRecognizer()
            } catch {
                throw OCRError(
                    .missing,
                    "No engine that reads scans is installed. Run scripts/install-ocr of the source tree, or install "
                        + "the Debian packages tesseract-ocr and tesseract-ocr-chi-sim.")
            }
        }
    }
}
