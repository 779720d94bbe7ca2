internal import Normalize
internal import Pipeline

/// A workbook for people: a sheet for each table that they ask for, numbers as numbers and dates as dates.
///
/// Rows go to files beside the workbook as they come, so that memory does not grow with them.
struct XLSXResultExporter: ResultExporter {
    /// What a sheet can hold, its header included.
    static let mostRows = 1_048_576
    /// The sheets, in their order.
    private static let tables: [ResultTable] = [.indicator, .fund, .form, .check, .failure]
    /// Records that are less sure are coloured.
    private static let leastConfidence = DecimalNumber(significand: 9, scale: 1)
    /// Digits that a number of a workbook keeps.
    private static let mostDigits = 15

    /// The sheet of a table that rows go to.
    private struct Page {
        var sheet: XLSXWorkbook.Sheet
        var ordinal = 1
        /// The next row.
        var row = 1
    }

    private let workbook: XLSXWorkbook
    private let language: HeaderLanguage
    private let rowsPerSheet: Int
    private var pages: [String: Page] = [:]
    private var rows: [String: Int] = [:]

    init(
        path: String, inputs: [InputFile], language: HeaderLanguage, rowsPerSheet: Int = mostRows
    ) throws(OutputError) {
        workbook = try XLSXWorkbook(path: path, inputs: inputs, isStreaming: true)
        self.language = language
        self.rowsPerSheet = rowsPerSheet
        for table in Self.tables {
            pages[table.name] = Page(sheet: try sheet(of: table, ordinal: 1))
            rows[table.name] = 0
        }
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) {
        guard var page = pages[table.name] else { return }
        if page.row >= rowsPerSheet {
            close(page, of: table)
            page = Page(sheet: try sheet(of: table, ordinal: page.ordinal + 1), ordinal: page.ordinal + 1)
        }
        let isWarned = Self.needsALook(row, of: table)
        for (column, value) in row.enumerated() {
            try write(
                value, kind: table.columns[column].kind, to: page.sheet, row: page.row, column: column,
                isWarned: isWarned)
        }
        page.row += 1
        pages[table.name] = page
        rows[table.name, default: 0] += 1
    }

    func finish() throws(OutputError) -> ExportSummary {
        for table in Self.tables { if let page = pages[table.name] { close(page, of: table) } }
        try workbook.close()
        return ExportSummary(rows)
    }

    /// Whether a person should look at the page: a record that is not sure, a sum that does not agree.
    static func needsALook(_ row: ResultRow, of table: ResultTable) -> Bool {
        if let place = table.index(of: "passed") { return row[place] == .bool(false) }
        guard let place = table.index(of: "confidence"), case .number(let confidence) = row[place] else { return false }
        return confidence < leastConfidence
    }

    private func sheet(of table: ResultTable, ordinal: Int) throws(OutputError) -> XLSXWorkbook.Sheet {
        let title = table.title(language)
        let sheet = try workbook.addSheet(name: ordinal == 1 ? title : "\(title) \(ordinal)")
        for (column, field) in table.columns.enumerated() {
            sheet.setWidth(Self.width(field.kind), column: column)
            try sheet.write(field.header(language), row: 0, column: column, style: .header)
        }
        sheet.freeze(rows: 1)
        return sheet
    }

    private func close(_ page: Page, of table: ResultTable) {
        page.sheet.filter(rows: page.row, columns: table.columns.count)
    }

    /// In widths of a digit.
    private static func width(_ kind: ResultColumn.Kind) -> Double {
        switch kind {
        case .integer, .measure, .boolean: 9
        case .decimal, .date: 14
        case .text: 18
        case .json: 24
        case .prose: 40
        }
    }

    private func write(
        _ value: JSONValue, kind: ResultColumn.Kind, to sheet: XLSXWorkbook.Sheet, row: Int, column: Int, isWarned: Bool
    ) throws(OutputError) {
        let style: XLSXWorkbook.Style = isWarned ? .warned : .plain
        switch value {
        case .null: if isWarned { try sheet.write("", row: row, column: column, style: style) }
        case .bool(let flag): try sheet.write(flag, row: row, column: column, style: style)
        case .int(let number): try sheet.write(Double(number), row: row, column: column, style: style)
        case .number(let figure) where figure.digits <= Self.mostDigits:
            try sheet.write(figure.doubleValue, row: row, column: column, style: style)
        case .string(let text) where kind == .date:
            guard let day = SheetDay(text) else { fallthrough }
            try sheet.write(day, row: row, column: column, style: isWarned ? .warnedDate : .date)
        default: try sheet.write(value.plainText ?? "", row: row, column: column, style: style)
        }
    }
}

extension DecimalNumber {
    /// How many digits it is written with, zeros in front not counted.
    fileprivate var digits: Int { String(significand.magnitude).utf8.count }
}

/// A day that a workbook can hold as a date: from 1900 on.
struct SheetDay: Hashable {
    var year: Int
    var month: Int
    var day: Int

    /// - Parameter text: Such as 2025-09-30.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard parts.count == 3, (1900...9999).contains(parts[0]) else { return nil }
        (year, month, day) = (parts[0], parts[1], parts[2])
    }
}
