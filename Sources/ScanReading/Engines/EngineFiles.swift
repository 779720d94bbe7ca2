internal import Glibc

/// The files that engines read, for a sandbox that lets nothing else be read.
package enum EngineFiles {
    /// Folders and files; not all of them need be there.
    package static func paths(for engine: OCREngine) -> [String] {
        let installed =
            OCRInstallation.find().map { [$0.libraryFolder, $0.modelFolder] + $0.files } ?? []
        return switch engine {
        case .ppocr: installed + processorFiles
        case .tesseract: tesseractData
        case .auto: installed.isEmpty ? tesseractData : installed + processorFiles
        case .command: []
        }
    }

    private static var tesseractData: [String] {
        let own = getenv("TESSDATA_PREFIX").map { [String(cString: $0)] } ?? []
        return own + ["/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"]
    }

    /// How many processors there are and how much of them may be used: OpenVINO and its threads ask.
    private static let processorFiles = ["/sys/devices/system/cpu", "/sys/devices/system/node", "/sys/fs/cgroup"]
}
