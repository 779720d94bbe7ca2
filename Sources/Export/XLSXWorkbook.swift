internal import CXlsxWriter
internal import Pipeline

/// A workbook under construction; the only place that calls libxlsxwriter.
final class XLSXWorkbook {
    enum Style {
        case header
        case body
    }

    private let path: String
    private let file: OutputFile
    /// Where the library writes.
    private let scratch: String
    private let book: UnsafeMutablePointer<lxw_workbook>?
    private let header: UnsafeMutablePointer<lxw_format>?
    private let body: UnsafeMutablePointer<lxw_format>?
    private var isClosed = false

    init(path: String, inputs: [InputFile]) throws(OutputError) {
        self.path = path
        file = try OutputFile(path: path, inputs: inputs)
        scratch = try file.scratch()
        book = workbook_new(scratch)
        header = workbook_add_format(book)
        body = workbook_add_format(book)
        for format in [header, body] {
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        format_set_bold(header)
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
        return Sheet(sheet: sheet, header: header, body: body, path: path)
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
        fileprivate let header: UnsafeMutablePointer<lxw_format>?
        fileprivate let body: UnsafeMutablePointer<lxw_format>?
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
            let format = style == .header ? header : body
            let text = text.unicodeScalars.count > longestText ? String(text.unicodeScalars.prefix(longestText)) : text
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
            guard status == LXW_NO_ERROR else {
                throw OutputError(description: "\(path) cannot hold a cell (\(XLSXWorkbook.reason(status))).")
            }
        }
    }
}
