internal import Normalize
internal import Pipeline

/// One JSON object a line for each table, with every cell's place, box and text.
struct JSONLinesExporter: TableExporter {
    let sink: TextSink

    mutating func add(_ table: ExportedTable) throws {
        var writer = JSONWriter()
        writer.writeLine(table.table.json(file: table.file))
        try sink.write(writer.bytes)
    }

    mutating func add(_ line: TableLine, ordinal: Int) throws { try sink.write(line.bytes) }

    mutating func finish() throws { try sink.finish() }
}
