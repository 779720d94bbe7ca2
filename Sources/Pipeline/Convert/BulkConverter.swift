internal import Normalize

/// What a run did, for the summary.
public struct RunSummary: Sendable {
    public var files = 0
    public var pages = 0
    public var forms = 0
    public var indicators = 0
    public var failures: [Failure] = []

    public init() {}
}

/// Converts many documents into the files of an output folder, in the order of their paths.
public struct BulkConverter {
    private let converter: DocumentConverter

    public init(options: ConvertOptions) { converter = DocumentConverter(options: options) }

    /// - Parameters:
    ///   - onDocument: Called after each document with its name and result, for progress.
    /// - Throws: Only when the output cannot be written; what is wrong with inputs stands in the summary.
    public func convert(
        _ found: InputFinder.Result, to output: OutputFolder,
        onDocument: (InputFile, DocumentResult) -> Void = { _, _ in }
    ) throws -> RunSummary {
        var summary = RunSummary()
        for failure in found.failures { try note(failure, in: &summary, output: output) }
        for input in found.inputs {
            let result = try converter.convert(input) { form, document, ordinal in
                try output.write(form.json(in: document, ordinal: ordinal), to: .forms)
                for line in form.indicatorLines(in: document, ordinal: ordinal) {
                    try output.write(line, to: .indicators)
                }
            }
            summary.files += 1
            summary.pages += result.pages
            summary.forms += result.forms
            summary.indicators += result.indicators
            for failure in result.failures { try note(failure, in: &summary, output: output) }
            onDocument(input, result)
        }
        try output.commit()
        return summary
    }

    private func note(_ failure: Failure, in summary: inout RunSummary, output: OutputFolder) throws {
        summary.failures.append(failure)
        try output.write(failure.json, to: .failures)
    }
}
