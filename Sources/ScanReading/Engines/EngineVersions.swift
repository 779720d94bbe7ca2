internal import CTesseract

/// What reads scans on this machine.
package enum EngineVersions {
    /// Such as "openvino 2026.4.0" and "tesseract 5.3.0"; empty where there is no engine. The models of ppocr come with
    /// the package that is named.
    ///
    /// - Complexity: Opens the library of Tesseract.
    package static var installed: [String] {
        let tesseract = zhibiao_tesseract_version().map { ["tesseract \(String(cString: $0))"] } ?? []
        return (OCRInstallation.find()?.versions ?? []) + tesseract
    }
}
