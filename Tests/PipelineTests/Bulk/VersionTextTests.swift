import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What a report of an error can be compared by: program, libraries and models.
    @Suite struct VersionTextTests {
        @Test func versionNamesLibraries() throws {
            let run = try Program.run(["--version"])
            #expect(run.status == 0)
            let lines = run.text.split(separator: "\n").map(String.init)
            #expect(lines.prefix(2) == ["zhibiao \(zhibiaoVersion)", "records revision \(recordsRevision)"])
            for library in ["poppler", "cairo", "qpdf", "sqlite", "xlsxwriter"] {
                #expect(lines.contains { $0.wholeMatch(of: try! Regex(library + #" \d+\.\d+(\.\d+)*"#)) != nil })
            }
        }

        /// Of the models only what the installer noted is said.
        @Test func versionNamesModels() throws {
            let folder = try TemporaryFolder()
            for name in [
                "lib/libopenvino_c.so", "models/PP-OCRv6_rec_small.onnx", "models/PP-OCRv6_det_small.onnx",
                "models/ch_PP-OCRv4_rec_infer.onnx",
            ] {
                let file = URL(filePath: folder.path(name))
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: file)
            }
            try folder.write(Data("openvino 1.2.3 abc\nmodels 4.5 def\n".utf8), as: "versions")
            let run = try Program.run([], shell: "ZHIBIAO_OCR_HOME='\(folder.path)' \"$0\" --version")
            #expect(run.text.contains("\nopenvino 1.2.3\nmodels 4.5\n"))
        }
    }
}
