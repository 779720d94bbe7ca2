import Bulk

/// The names that a user gives to outputs, as the bytes that they are.
struct OutputName {
    private static let options = ["--out", "--to"]

    /// - Parameter arguments: Of the command line.
    /// - Throws: `UsageError` for an output whose name is no UTF-8: its text is another name, and two such names can have
    ///   one text.
    static func check(_ arguments: [[UInt8]]) throws(UsageError) {
        for (index, argument) in arguments.enumerated() {
            for option in options
            where isOutput(argument, option) || index > 0 && arguments[index - 1] == Array(option.utf8) {
                guard String(validating: argument, as: UTF8.self) == nil else { continue }
                throw UsageError("The name behind \(option) is no UTF-8, and could not be kept. Choose another name.")
            }
        }
    }

    private static func isOutput(_ argument: [UInt8], _ option: String) -> Bool {
        argument.starts(with: "\(option)=".utf8)
    }
}
