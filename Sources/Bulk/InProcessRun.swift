internal import Normalize
internal import Pipeline
internal import Review

/// Converts the inputs of a journal in this process, one after another: for a comparison with workers, and where
/// processes cannot be had. Nothing is limited, and a document that brings the program down ends the run.
struct InProcessRun {
    let converter: DocumentConverter
    let journal: RunJournal
    let reporter: any RunReporter
    var givesEvidence = false
    var corrections: Corrections?
    var dictionary = FormDictionary.builtIn

    /// - Returns: Whether all was done, not stopped before.
    func run(stop: StopRequests) throws -> Bool {
        let writer = try journal.makeWriter()
        while let input = try journal.next() {
            if stop.take() {
                reporter.stopping(atOnce: false)
                break
            }
            try convert(input.path, writer)
            try journal.flush()
            journal.showProgress()
        }
        try journal.flush(isForced: true)
        return stop.count == 0
    }

    private func convert(_ path: [UInt8], _ writer: PartWriter) throws {
        let start = monotonicSeconds()
        var lines = DocumentLines(givesEvidence: givesEvidence)
        var isWanted = true
        let watch = ConversionWatch(wants: { [journal] sha256 in
            isWanted = try journal.claim(sha256)
            return isWanted
        })
        let input = InputFile.bytes(path: journal.source(of: path), name: "")
        var review: CorrectionRun?
        var removed = 0
        var result = try converter.convert(input, watch: watch) { form, document, ordinal in
            var run =
                review ?? CorrectionRun(corrections?.corrections(of: document.sha256) ?? [], dictionary: dictionary)
            let reviewed = run.reviewed(form, in: document, ordinal: ordinal)
            review = run
            removed += form.indicators.count - reviewed.indicators.count
            lines.add(reviewed, in: document, ordinal: ordinal)
            if lines.count >= 1 << 18 { try writer.append(lines.take()) }
        }
        result.indicators -= removed
        result.add(review?.refusal, of: input)
        let outcome = DocumentOutcome(result)
        guard let sha256 = result.sha256 else {
            let fault = outcome.failures.first
            try journal.finish(
                path, unreadable: fault ?? DocumentFault(stage: .open, code: .unreadable, message: "Unreadable."))
            return
        }
        guard isWanted else {
            try journal.finish(path, sameAs: sha256)
            return
        }
        try writer.append(lines.take())
        let seconds = monotonicSeconds() - start
        try journal.finish(
            path,
            content: ConvertedContent(
                sha256: sha256, outcome: outcome, part: writer.finish(), lostPages: [], seconds: seconds))
    }
}
