import Bulk
import Foundation
import Review

/// A file of corrections that a user names.
enum CorrectionFile {
    /// - Throws: `UsageError` for a file that cannot be read or holds something else.
    static func read(_ path: String) throws -> (text: String, corrections: Corrections) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageError("The corrections \(path) cannot be read. Check the file's name.")
        }
        let text = String(decoding: data, as: UTF8.self)
        do {
            return (text, try Corrections(text))
        } catch {
            throw UsageError("\(path) is no file of corrections. \(error)")
        }
    }
}
