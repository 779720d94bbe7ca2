import Bulk
import Foundation
import Normalize
import Pipeline
import Testing

extension TemporaryFolder {
    /// The path of a file in the folder.
    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ data: Data, as name: String) throws -> String {
        try data.write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// Puts a document in the folder that gives one form.
    @discardableResult
    func addGoodForm(as name: String = "good.pdf") throws -> String { try write(GoodForm.data(), as: name) }
}

/// A document of the corpus that converts without fault: one form, nine indicators.
enum GoodForm {
    static let path = Corpus.path("targets-2025-form2.weasyprint.pdf")
    static let indicators = 9

    static func data() throws -> Data { try Data(contentsOf: URL(filePath: path)) }
}

/// What one run over paths left behind.
struct Run {
    var summary: BulkSummary
    /// The bytes of each output file.
    var files: [OutputFolder.Stream: Data] = [:]

    init(
        _ paths: [String], conversion: ConversionSettings = ConversionSettings(), in folder: TemporaryFolder
    ) throws {
        let output = folder.path("out-\(UUID().uuidString)")
        var settings = BulkSettings(output: output, isolation: .inProcess)
        settings.conversion = conversion
        summary = try BulkRun(settings: settings).convert(InputList(paths: paths.map { Array($0.utf8) }))
        for stream in OutputFolder.Stream.results {
            files[stream] = try Data(contentsOf: URL(filePath: "\(output)/\(stream.rawValue).jsonl"))
        }
    }

    /// The lines of an output file as JSON objects; every line must be whole.
    func lines(_ stream: OutputFolder.Stream) throws -> [[String: Any]] {
        let text = String(decoding: try #require(files[stream]), as: UTF8.self)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return try text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// Name of the file → code of its failure.
    func codes() throws -> [String: String] {
        Dictionary(
            try lines(.failures).map { line in
                (URL(filePath: line["file"] as? String ?? "").lastPathComponent, line["code"] as? String ?? "")
            }, uniquingKeysWith: { "\($0), \($1)" })
    }

    /// The indicators that came from a file of this name.
    func indicators(of name: String) throws -> Int {
        try lines(.indicators).filter { line in
            let file = (line["source"] as? [String: Any])?["file"] as? String ?? ""
            return file.hasSuffix("/" + name)
        }.count
    }
}
