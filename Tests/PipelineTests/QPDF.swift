import Foundation

/// The qpdf command, where it is installed.
enum QPDF {
    static let path = ["/usr/bin/qpdf", "/usr/local/bin/qpdf"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// - Returns: Whether it did what was asked.
    static func run(_ arguments: [String]) throws -> Bool {
        guard let path else { return false }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
