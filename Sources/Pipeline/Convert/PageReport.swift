package import Normalize
package import PageModel

/// Gathers what came of a document's pages, and says which of it belongs into the list of failures.
package struct PageReport {
    /// Pages that show a picture and gave no text.
    private var silent: [Int] = []
    private var hasText = false
    private var notes: [PageNote] = []
    private var formPages: Set<Int> = []
    private var foundForm = false

    package init() {}

    /// Whether pictures of text could not be read, for want of an engine or because it failed.
    var hasUnreadPictures: Bool { notes.contains { $0.code == .ocrFailed } }

    package mutating func note(_ page: PageContent) {
        notes += page.notes
        if !page.runs.isEmpty { hasText = true }
        if page.isSilentPicture { silent.append(page.number) }
    }

    package mutating func note(_ form: FormRecord) {
        foundForm = true
        formPages.formUnion(form.pages)
    }

    /// One line for all pages whose pictures were not read, one for those whose drawing is not whole and that belong to
    /// no form, and `no_form` only where neither can be the reason.
    package func failures(file: String, sha256: String) -> [Failure] {
        let lines = [unreadPictures, unreadDrawings].compactMap { $0 }.map { code, message in
            Failure(file: file, sha256: sha256, stage: .text, code: code, message: message)
        }
        guard lines.isEmpty, !foundForm else { return lines }
        return [
            Failure(
                file: file, sha256: sha256, stage: .normalize, code: .noForm,
                message: "No indicator form was found. If there is one, add its words with --dictionary FILE.")
        ]
    }

    private var unreadPictures: (Failure.Code, String)? {
        let failed = notes.filter { $0.code == .ocrFailed }
        // A picture without text between pages that were read is the back of a scanned sheet.
        let pages = Set(failed.map(\.page)).union(hasText ? [] : silent).sorted()
        guard !pages.isEmpty else { return nil }
        let which = Self.named(pages, "is a picture", "are pictures")
        let reason = failed.first?.message ?? "Look at it with zhibiao inspect."
        return (.noText, "\(which) without text that can be read. \(reason)")
    }

    private var unreadDrawings: (Failure.Code, String)? {
        let partial = notes.filter { $0.code == .drawingTruncated || $0.code == .drawingUnreadable }
            .filter { !formPages.contains($0.page) }
        guard let first = partial.first else { return nil }
        let which = Self.named(Set(partial.map(\.page)).sorted(), "belongs", "belong")
        return (
            first.code == .drawingTruncated ? .drawingTruncated : .drawingUnreadable,
            "\(which) to no form that was found, but could not be read whole. \(first.message) Look at it with zhibiao inspect."
        )
    }

    private static func named(_ pages: [Int], _ one: String, _ many: String) -> String {
        let list = PageSelection(pages: pages).description
        return pages.count == 1 ? "Page \(list) \(one)" : "Pages \(list) \(many)"
    }
}
