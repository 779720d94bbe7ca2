import Export
import PDFText
import Pipeline
import ScanReading

/// What `--version` prints: the program, and the libraries and models that the results may depend on, a line each.
enum VersionText {
    static var text: String {
        let own = ["zhibiao \(zhibiaoVersion)", "records revision \(recordsRevision)"]
        let libraries = [
            "poppler \(LibraryVersions.poppler)", "cairo \(LibraryVersions.cairo)", "qpdf \(LibraryVersions.qpdf)",
            "sqlite \(ExportVersions.sqlite)", "xlsxwriter \(ExportVersions.xlsxwriter)",
        ]
        return (own + libraries + EngineVersions.installed).joined(separator: "\n")
    }

    /// The same where it is asked for, and the bare version else: engines are opened only to be named.
    static func text(for arguments: [String]) -> String { arguments.contains("--version") ? text : zhibiaoVersion }
}
