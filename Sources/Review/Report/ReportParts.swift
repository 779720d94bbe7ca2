internal import Normalize
internal import Pipeline

/// Rows of the report's data in files of a bounded size: scripts, since a page that is opened as a file may fetch nothing
/// else.
struct ReportParts {
    private let folder: String
    private let name: String
    private var writer = JSONWriter()
    private var rows = 0
    /// Names of the files, as the page asks for them.
    private(set) var files: [String] = []
    private static let rowsOfFile = 4000

    /// - Parameter folder: Of the site; its folder `data` is there.
    init(_ name: String, in folder: String) {
        self.name = name
        self.folder = folder
    }

    mutating func add(_ row: JSONValue) throws {
        if rows > 0 { writer.append([UInt8(ascii: ",")]) }
        writer.write(row)
        writer.append([UInt8(ascii: "\n")])
        rows += 1
        if rows >= Self.rowsOfFile { try finish() }
    }

    /// Writes what is left.
    mutating func finish() throws {
        guard rows > 0 else { return }
        let digits = String(files.count + 1)
        let file = "data/\(name)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).js"
        let sink = try TextSink(path: "\(folder)/\(file)")
        try sink.write("zhibiao.part(\"\(name)\",[\n")
        try sink.write(writer.bytes)
        try sink.write("]);\n")
        try sink.finish()
        files.append(file)
        writer.removeAll()
        rows = 0
    }
}
