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

    /// - Parameter folder: With `lib` and `models` in it.
    init(folder: String) {
        libraryFolder = folder + "/lib"
        modelFolder = folder + "/models"
        library = libraryFolder + "/libopenvino_c.so"
        recognitionModel = modelFolder + "/PP-OCRv6_rec_small.onnx"
        detectionModel = modelFolder + "/PP-OCRv6_det_small.onnx"
        secondRecognitionModel = modelFolder + "/ch_PP-OCRv4_rec_infer.onnx"
    }

    /// What the engine reads: its library and its models.
    var files: [String] { [library, recognitionModel, detectionModel, secondRecognitionModel] }

    var isComplete: Bool { files.allSatisfy { (path: String) in access(path, R_OK) == 0 } }

    /// The installation of this computer; nil when there is none.
    ///
    /// The folder is `$ZHIBIAO_OCR_HOME`, and only this where the variable is set; else
    /// `$XDG_DATA_HOME/zhibiao/ocr`, where `$XDG_DATA_HOME` is `~/.local/share` unless set.
    static func find() -> OCRInstallation? {
        guard let folder = folder() else { return nil }
        let installation = OCRInstallation(folder: folder)
        return installation.isComplete ? installation : nil
    }

    static var notFound: OCRError {
        let place = folder().map { " It was looked for in \($0)." } ?? ""
        return OCRError(
            .missing,
            "The OCR engine ppocr is not installed.\(place) Run scripts/install-ocr of the source tree, or choose "
                + "another engine, such as tesseract.")
    }

    private static func folder() -> String? {
        if let home = variable("ZHIBIAO_OCR_HOME") { return home }
        if let data = variable("XDG_DATA_HOME") { return data + "/zhibiao/ocr" }
        return variable("HOME").map { $0 + "/.local/share/zhibiao/ocr" }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
