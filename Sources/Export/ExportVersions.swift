internal import CXlsxWriter
internal import GRDB

/// The versions of the libraries that write databases and workbooks, as they are loaded.
package enum ExportVersions {
    package static var sqlite: String {
        let version = try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
        return version ?? "unknown"
    }

    package static var xlsxwriter: String { String(cString: lxw_version()) }
}
