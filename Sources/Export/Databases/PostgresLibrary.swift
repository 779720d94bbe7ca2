internal import Glibc
internal import Pipeline

/// libpq, loaded when a database is written to: the program runs where it is not installed.
///
/// What its functions are is said here, since there is no header where there is no library.
struct PostgresLibrary {
    typealias Connection = OpaquePointer
    typealias Result = OpaquePointer

    let connect: @convention(c) (UnsafePointer<CChar>) -> Connection?
    let status: @convention(c) (Connection?) -> Int32
    let message: @convention(c) (Connection?) -> UnsafePointer<CChar>?
    let execute: @convention(c) (Connection, UnsafePointer<CChar>) -> Result?
    let resultStatus: @convention(c) (Result?) -> Int32
    let touchedRows: @convention(c) (Result) -> UnsafePointer<CChar>?
    let clear: @convention(c) (Result?) -> Void
    let putCopyData: @convention(c) (Connection, UnsafePointer<CChar>, Int32) -> Int32
    let putCopyEnd: @convention(c) (Connection, UnsafePointer<CChar>?) -> Int32
    let nextResult: @convention(c) (Connection) -> Result?
    let finish: @convention(c) (Connection?) -> Void

    /// Values of `ConnStatusType` and `ExecStatusType`.
    static let connectionOK: Int32 = 0
    static let commandOK: Int32 = 1
    static let rowsOK: Int32 = 2
    static let copyIn: Int32 = 4

    static let names = ["libpq.so.5"]

    /// - Throws: `OutputError` when it is not installed, or is not what it should be.
    init(names: [String] = Self.names) throws(OutputError) {
        guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
            throw OutputError(
                description: "libpq, which talks to PostgreSQL, is not there. Install the Debian package libpq5, or "
                    + "write a script with --to results.sql and load it with psql.")
        }
        func function<Function>(_ name: String) throws(OutputError) -> Function {
            guard let symbol = dlsym(handle, name) else {
                throw OutputError(description: "libpq has no \(name). Install the Debian package libpq5 anew.")
            }
            return unsafeBitCast(symbol, to: Function.self)
        }
        connect = try function("PQconnectdb")
        status = try function("PQstatus")
        message = try function("PQerrorMessage")
        execute = try function("PQexec")
        resultStatus = try function("PQresultStatus")
        touchedRows = try function("PQcmdTuples")
        clear = try function("PQclear")
        putCopyData = try function("PQputCopyData")
        putCopyEnd = try function("PQputCopyEnd")
        nextResult = try function("PQgetResult")
        finish = try function("PQfinish")
    }
}
