import ArgumentParser
import Bulk
import Export
import Foundation
import Pipeline
import TableRecon

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Extracts the tables of any PDF.",
        discussion: """
            Without --out the tables go to standard output. The ending of --out names the format where --format is \
            left out; --out DIR/ makes a CSV file for each table. --format xlsx needs --out FILE.xlsx.
            """)

    /// How tables are found.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case auto
        case lattice
        case stream
        case mixed
    }

    @Argument(help: "The PDFs; - reads one from standard input.") var files: [String]
    @Option(help: "The format; what the ending of --out names, or jsonl, if left out.") var format: TableFormat?
    @Option(help: "Find tables by ruling lines, by alignment, or by both; auto decides for each table.")
    var method = Method.auto
    @Option(
        help: ArgumentHelp(
            "Read this area of a page as one table, and nothing else; can be given several times. In points from the "
                + "top left of the page as it is shown.", valueName: "PAGE:x0,y0,x1,y1"))
    var area: [MarkedArea] = []
    @Option(
        help: ArgumentHelp(
            "The x of the borders between columns, in points, for all areas, or for whole pages without --area.",
            valueName: "x,x,…"))
    var columns: ColumnBorders?
    @Option(help: "The file to write, or for CSV the folder.") var out: String?
    @Flag(help: "In CSV, leave texts as they are that a spreadsheet would run as formulas.") var rawText = false
    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if format == .xlsx, out == nil {
            throw ValidationError("A workbook needs a file to go to. Name it with --out FILE.xlsx.")
        }
        if let format, let out, let named = TableFormat(path: out), named != format {
            throw ValidationError(
                "\(out) would hold \(format.rawValue) under a name of \(named.rawValue). Leave --format out, or give "
                    + "--out another ending.")
        }
    }

    /// The format that was asked for, by --format or by the ending of --out.
    private var chosenFormat: TableFormat { format ?? out.flatMap { TableFormat(path: $0) } ?? .jsonl }

    func run() throws {
        let marks = TableMarks(areas: area.map(\.area), columns: columns?.positions ?? [])
        let session = try reading.session(.tables(TableMethod(rawValue: method.rawValue), marks: marks))
        let inputs = documents(files)
        var exporter = try chosenFormat.exporter(
            path: out, inputs: inputs + reading.readFiles, guardsFormulas: !rawText)
        let bar = ReadingBar(isShown: out != nil || isatty(1) == 0, count: inputs.count)
        defer { bar.clear() }
        var hasLoss = false
        for (index, input) in inputs.enumerated() {
            var problems = Problems(file: input.name)
            var ordinals = TableOrdinals()
            let failures = try session.read(input) { piece in
                bar.note(piece, file: index + 1)
                problems.note(piece)
                guard case .line(let line) = piece else { return }
                do {
                    try exporter.add(TableLine(file: input.name, bytes: line), ordinal: ordinals.next(line))
                } catch is TableLine.NoTable {
                    problems.note(.problem("A table whose cells are no grid is left out.", isLoss: true))
                }
            }
            bar.clear()
            problems.note(failures)
            if problems.hasLoss { hasLoss = true }
        }
        try exporter.finish()
        if hasLoss { throw ExitCode.someFailed }
    }
}

/// The value of --area.
struct MarkedArea: ExpressibleByArgument {
    var area: TableMarks.Area

    init?(argument: String) {
        guard let area = TableMarks.Area(argument) else { return nil }
        self.area = area
    }
}

/// The list of --columns.
struct ColumnBorders: ExpressibleByArgument {
    var positions: [Double]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        let positions = parts.compactMap { $0 }.filter(\.isFinite)
        guard !positions.isEmpty, positions.count == parts.count else { return nil }
        self.positions = positions
    }
}
