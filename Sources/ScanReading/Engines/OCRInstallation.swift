internal import Glibc
internal import PageImage
internal import PageModel

/// The private folder into which scripts/install-ocr puts OpenVINO and the PP-OCR models.
struct OCRInstallation: Hashable, Sendable {
    /// OpenVINO's C library; what it needs lies beside it.
    let library: String
    /// PP-OCRv6 small, recognition, ONNX.
    let recognitionModel: String
    /// PP-OCRv6 small, detection, ONNX.
    let detectionModel: String
    /// PP-OCRv4 recognition, ONNX: for a second opinion.
    let secondRecognitionModel: String

    let libraryFolder: String
    let modelFolder: String
    private let versionFile: String

    /// - Parameter folder: With `lib` and `models` in it.
    init(folder: String) {
        libraryFolder = folder + "/lib"
        modelFolder = folder + "/models"
        versionFile = folder + "/versions"
        library = libraryFolder + "/libopenvino_c.so"
        recognitionModel = modelFolder + "/PP-OCRv6_rec_small.onnx"
        detectionModel = modelFolder + "/PP-OCRv6_det_small.onnx"
        secondRecognitionModel = modelFolder + "/ch_PP-OCRv4_rec_infer.onnx"
    }

    /// What the engine reads: its library and its models.
    var files: [String] { [library, recognitionModel, detectionModel, secondRecognitionModel] }

    var isComplete: Bool { files.allSatisfy { (path: String) in access(path, R_OK) == 0 } }

    /// The installation that is to be used; nil when there is none.
    static func find() -> OCRInstallation? {
        folders(variable: variable).map { OCRInstallation(folder: $0) }.first { $0.isComplete }
    }

    static var notFound: OCRError {
        let places = folders(variable: variable).joined(separator: " and ")
        return OCRError(
            .missing,
            "The OCR engine ppocr is not installed. It was looked for in \(places). Run scripts/install-ocr of the "
                + "source tree, or zhibiao-ocr of the package, or choose another engine, such as tesseract.")
    }

    /// Where installations may lie: `$ZHIBIAO_OCR_HOME`, and only this where the variable is set; else the user's,
    /// `$XDG_DATA_HOME/zhibiao/ocr`, where `$XDG_DATA_HOME` is `~/.local/share` unless set, and then the system's.
    ///
    /// - Parameter variable: The value of a variable of the environment, nil where it is not set or empty.
    static func folders(variable: (String) -> String?) -> [String] {
        if let home = variable("ZHIBIAO_OCR_HOME") { return [home] }
        let data = variable("XDG_DATA_HOME") ?? variable("HOME").map { $0 + "/.local/share" }
        return (data.map { [$0 + "/zhibiao/ocr"] } ?? []) + [systemFolder]
    }

    /// Where `zhibiao-ocr --system` puts the engine for all users.
    private static let systemFolder = "/var/lib/zhibiao/ocr"

    /// What was installed, such as "openvino 2026.4.0", as the installer noted it.
    var versions: [String] {
        guard let file = fopen(versionFile, "r") else { return [] }
        defer { fclose(file) }
        var versions: [String] = []
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // Behind name and version stands the hash of what was fetched.
            let words = text.split(whereSeparator: \.isWhitespace).prefix(2)
            if words.count == 2 { versions.append(words.joined(separator: " ")) }
        }
        return versions
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
