import PageModel
import TableRecon
import Testing

@testable import Export

@Suite struct TableLineTests {
    private func line(rows: Int = 1, columns: Int = 1, _ cells: [(Int, Int, Int, Int)]) -> TableLine {
        let cells = cells.map { row, column, rowSpan, columnSpan in
            "{\"row\":\(row),\"column\":\(column),\"row_span\":\(rowSpan),\"column_span\":\(columnSpan),"
                + "\"bbox\":[0,0,1,null],\"text\":\"a\",\"confidence\":1}"
        }
        return TableLine(
            file: "a.pdf",
            bytes: Array(
                """
                {"file":"a.pdf","page":3,"bbox":[1,2,3,4],"rows":\(rows),"columns":\(columns),"header_rows":9,\
                "method":"stream","text_source":"ocr","confidence":0.5,"continues":{"page":1,"table":2},\
                "cells":[\(cells.joined(separator: ","))]}

                """.utf8))
    }

    @Test func aLineGivesItsTable() throws {
        let table = try #require(line(rows: 2, columns: 2, [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]).table)
        #expect(table.page == 3 && table.rows == 2 && table.columns == 2 && table.headerRows == 2)
        #expect(table.method == .stream && table.textSource == .ocr && table.continues == TableRef(page: 1, table: 2))
        #expect(table.cells.map(\.columnSpan) == [2, 1, 1])
    }

    @Test(arguments: [
        (1, 1, [(7, 0, 1, 1)]), (1, 1, [(-1, 0, 1, 1)]), (1, 2, [(0, 0, 1, 1), (0, 0, 1, 1)]), (2, 1, [(0, 0, 1, 1)]),
        (1, 1, [(0, 0, Int.max, 1)]), (Int.max, Int.max, [(0, 0, 1, 1)]), (1, 1, [(Int.max, 0, 1, 1)]), (0, 0, []),
    ])
    func whatIsNoGridIsRefused(rows: Int, columns: Int, cells: [(Int, Int, Int, Int)]) {
        #expect(line(rows: rows, columns: columns, cells).table == nil)
    }
}
