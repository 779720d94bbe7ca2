import ArgumentParser
import Bulk
import Foundation
import Pipeline

/// A dictionary of the user's.
struct DictionaryOption: ParsableArguments {
    @Option(help: "A YAML file with words for the form dictionary, added to the built-in ones.")
    var dictionary: String?

    /// What no output may take the place of.
    var readFiles: [InputFile] { dictionary.map { [.path($0)] } ?? [] }

    /// Adds it to what is known of the documents, checked.
    ///
    /// - Throws: `UsageError` when it cannot be read or breaks its rules.
    func add(to settings: inout ConversionSettings) throws {
        guard let dictionary else { return }
        guard let data = FileManager.default.contents(atPath: dictionary) else {
            throw UsageError("The dictionary \(dictionary) cannot be read. Check its name.")
        }
        settings.dictionary = .init(name: dictionary, yaml: String(decoding: data, as: UTF8.self))
        do {
            _ = try settings.options()
        } catch {
            let lines = String(describing: error).split(whereSeparator: \.isNewline)
            throw UsageError(lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " "))
        }
    }
}
