internal import Pipeline

/// A script for psql.
struct PostgresScript: PostgresTarget {
    private let sink: TextSink

    init(path: String, inputs: [InputFile]) throws(OutputError) {
        sink = try TextSink(path: path, inputs: inputs)
        try sink.write("-- psql --no-psqlrc --file=THIS_FILE DATABASE\n\\set ON_ERROR_STOP on\n")
    }

    func execute(_ statement: String) throws(OutputError) -> Int? {
        try sink.write(statement + ";\n")
        return nil
    }

    func copy(_ statement: String, _ rows: [UInt8]) throws(OutputError) {
        try sink.write(statement + ";\n")
        try sink.write(rows)
        try sink.write("\\.\n")
    }

    func finish() throws(OutputError) { try sink.finish() }
}
