internal import CXlsxWriter
internal import Pipeline

/// A workbook under construction; the only place that calls libxlsxwriter.
final class XLSXWorkbook {
    enum Style: CaseIterable {
        case header
        /// Of a table as printed: with borders.
        case body
        /// Of results; warned where a person should look.
        case plain
        case warned
        case date
        case warnedDate
    }

    private let path: String
    private let file: OutputFile
    /// Where the library writes.
    private let scratch: String
    private let book: UnsafeMutablePointer<lxw_workbook>?
    private let formats: [Style: UnsafeMutablePointer<lxw_format>]
    private var isClosed = false
    /// Light yellow.
    private static let warningColor: lxw_color_t = 0xFFF2CC

    /// - Parameter isStreaming: Rows leave memory as they come: they must be written from the top, cells not merged.
    init(path: String, inputs: [InputFile], isStreaming: Bool = false) throws(OutputError) {
        self.path = path
        file = try OutputFile(path: path, inputs: inputs)
        scratch = try file.scratch()
        var options = lxw_workbook_options()
        options.constant_memory = isStreaming ? 1 : 0
        book = workbook_new_opt(scratch, &options)
        var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
        for style in Style.allCases {
            guard let format = workbook_add_format(book) else { continue }
            Self.set(format, to: style)
            formats[style] = format
        }
        self.formats = formats
    }

    private static func set(_ format: UnsafeMutablePointer<lxw_format>, to style: Style) {
        switch style {
        case .header, .body:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            if style == .header { format_set_bold(format) }
        case .plain, .warned: break
        case .date, .warnedDate: format_set_num_format(format, "yyyy-mm-dd")
        }
        if style == .warned || style == .warnedDate {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, warningColor)
        }
    }

    deinit {
        // Closing frees it too.
        if !isClosed { lxw_workbook_free(book) }
    }

    /// - Parameter name: At most 31 characters, none of `[]:*?/\`, no other sheet's.
    func addSheet(name: String) throws(OutputError) -> Sheet {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw OutputError(description: "The workbook \(path) cannot take a sheet named \(name).")
        }
        return Sheet(sheet: sheet, formats: formats, path: path)
    }

    /// Writes the file.
    func close() throws(OutputError) {
        guard !isClosed else { return }
        isClosed = true
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else {
            throw OutputError(
                description: """
                    \(path) cannot be written (\(XLSXWorkbook.reason(status))). Is the folder there, and may you \
                    write to it?
                    """)
        }
        try file.takeScratch(scratch)
        try file.finish()
    }

    fileprivate static func reason(_ status: lxw_error) -> String {
        lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)"
    }

    /// One sheet; valid as long as its workbook is open.
    struct Sheet {
        fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
        fileprivate let formats: [Style: UnsafeMutablePointer<lxw_format>]
        fileprivate let path: String
        /// What a cell of a workbook can hold.
        private var longestText: Int { 32_767 }

        /// - Parameter width: In widths of a digit.
        func setWidth(_ width: Double, column: Int) {
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }

        /// Keeps the first rows in view.
        func freeze(rows: Int) {
            if rows > 0 { worksheet_freeze_panes(sheet, lxw_row_t(rows), 0) }
        }

        /// Writes a text into a cell, merged over the rows and columns where there are several.
        func write(_ text: String, rows: Range<Int>, columns: Range<Int>, style: Style) throws(OutputError) {
            let format = formats[style]
            let text = text.utf8.count > longestText ? String(text.unicodeScalars.prefix(longestText)) : text
            let row = lxw_row_t(rows.lowerBound)
            let column = lxw_col_t(columns.lowerBound)
            let status: lxw_error
            if rows.count > 1 || columns.count > 1 {
                status = worksheet_merge_range(
                    sheet, row, column, lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1), text, format)
            } else if text.isEmpty {
                status = worksheet_write_blank(sheet, row, column, format)
            } else {
                status = worksheet_write_string(sheet, row, column, text, format)
            }
            try check(status)
        }

        func write(_ text: String, row: Int, column: Int, style: Style) throws(OutputError) {
            try write(text, rows: row..<(row + 1), columns: column..<(column + 1), style: style)
        }

        func write(_ number: Double, row: Int, column: Int, style: Style) throws(OutputError) {
            try check(worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, formats[style]))
        }

        func write(_ flag: Bool, row: Int, column: Int, style: Style) throws(OutputError) {
            try check(worksheet_write_boolean(sheet, lxw_row_t(row), lxw_col_t(column), flag ? 1 : 0, formats[style]))
        }

        func write(_ day: SheetDay, row: Int, column: Int, style: Style) throws(OutputError) {
            var date = lxw_datetime()
            (date.year, date.month, date.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
            try check(worksheet_write_datetime(sheet, lxw_row_t(row), lxw_col_t(column), &date, formats[style]))
        }

        /// Gives the first row buttons by which the rows below are filtered.
        ///
        /// - Parameters:
        ///   - rows: With the first one.
        ///   - columns: All that are used.
        func filter(rows: Int, columns: Int) {
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows - 1), lxw_col_t(columns - 1))
        }

        private func check(_ status: lxw_error) throws(OutputError) {
            guard status == LXW_NO_ERROR else {
                throw OutputError(description: "\(path) cannot hold a cell (\(XLSXWorkbook.reason(status))).")
            }
        }
    }
}
