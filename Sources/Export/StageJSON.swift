public import Normalize
public import PageModel
public import TableRecon

extension Rect {
    /// `[x0, y0, x1, y1]`.
    public var json: JSONValue { .array([.double(x0), .double(y0), .double(x1), .double(y1)]) }
}

extension RGB {
    /// `#rrggbb`.
    package var hex: String {
        let digits = Array("0123456789abcdef")
        var out = "#"
        for channel in [red, green, blue] {
            out.append(digits[Int(channel >> 4)])
            out.append(digits[Int(channel & 15)])
        }
        return out
    }
}

extension TextRun {
    /// The line of `zhibiao runs`.
    public func json(file: String, page: PageContent) -> JSONValue {
        .object([
            "file": .string(file), "page": .int(page.number), "text": .string(text), "bbox": page.skew.onPage(box).json,
            "font": .string(style.font), "size": .double(style.size), "color": .string(style.color.hex),
            "rotation": .int(rotation.rawValue), "text_source": .string(source.rawValue),
            "confidence": .double(confidence),
        ])
    }
}

extension Table {
    /// The line of `zhibiao tables`.
    public func json(file: String) -> JSONValue {
        let continuation: JSONValue =
            continues.map { .object(["page": .int($0.page), "table": .int($0.table)]) } ?? .null
        return .object([
            "file": .string(file), "page": .int(page), "bbox": box.json, "rows": .int(rows), "columns": .int(columns),
            "header_rows": .int(headerRows), "method": .string(method.rawValue),
            "text_source": .string(textSource.rawValue), "confidence": .double(confidence), "continues": continuation,
            "cells": .array(
                cells.map { cell in
                    .object([
                        "row": .int(cell.row), "column": .int(cell.column), "row_span": .int(cell.rowSpan),
                        "column_span": .int(cell.columnSpan), "bbox": cell.box.json, "text": .string(cell.text),
                        "confidence": .double(cell.confidence),
                    ])
                }),
        ])
    }
}
