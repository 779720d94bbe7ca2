/// Tells the title of a form from other lines, and its kind.
struct TitleRules: Sendable {
    private let words: [String]
    private let endings: [String]
    private let marks: [String]
    private let kinds: [DictionarySource.KindRule]
    /// A title is a short line.
    private let longest = 60

    init(_ source: DictionarySource) {
        words = source.titleWords.map(labelKey)
        endings = source.titleEndings.map(labelKey)
        marks = source.attachmentMarks.map(labelKey)
        kinds = source.kinds
    }

    /// The title as printed, without attachment mark and year line; nil when the line is no title.
    func title(in line: String) -> String? {
        guard line.utf8.count <= 4 * longest else { return nil }
        let text = withoutAttachmentMark(line.trimmingBlanks())
        let key = withoutNote(labelKey(text))
        guard key.count >= 4, key.count <= longest, words.contains(where: key.holds) else { return nil }
        guard endings.contains(where: key.closes) else { return nil }
        // Prose that speaks of a form ends in a sign, quotes its name, or counts it in a list with page numbers.
        guard !key.contains(where: { "。，,；;：:“”\"《》…".contains($0) }) else { return nil }
        return withoutYearNote(text)
    }

    /// The kind that the title names.
    func kind(of title: String) -> FormKind {
        let key = labelKey(title)
        for rule in kinds where rule.all.allSatisfy({ $0.contains(where: key.holds) }) { return rule.kind }
        return .other
    }

    /// "附件2：项目支出绩效自评表" → "项目支出绩效自评表"; a mark alone stays as it is.
    func withoutAttachmentMark(_ text: String) -> String {
        let scalars = Array(text)
        for mark in marks where text.hasPrefix(mark) {
            var index = mark.count
            while index < scalars.count, scalars[index].isNumber || "一二三四五六七八九十-—－ \t".contains(scalars[index]) {
                index += 1
            }
            guard index < scalars.count else { return text }
            while index < scalars.count, ":：.．、 ".contains(scalars[index]) { index += 1 }
            // "附表" is a mark only where a number or a colon parts it from the title.
            if index > mark.count, index < scalars.count { return String(scalars[index...]) }
        }
        return text
    }

    /// True for "附件2：" and the like standing alone.
    func isAttachmentMark(_ text: String) -> Bool {
        let key = labelKey(text)
        guard let mark = marks.first(where: key.hasPrefix) else { return false }
        return key.dropFirst(mark.count).allSatisfy { $0.isNumber || "一二三四五六七八九十-:.".contains($0) }
    }

    /// Cuts a bracketed year off the end: "…自评表（2024年度）" → "…自评表".
    private func withoutYearNote(_ text: String) -> String {
        guard let last = text.last, ")）".contains(last),
            let open = text.lastIndex(where: { "(（".contains($0) })
        else { return text }
        let note = text[open...]
        return note.contains("年") && DateParser.fiscalYear(in: String(note)) != nil
            ? String(text[..<open]).trimmingBlanks() : text
    }
}

extension String {
    func trimmingBlanks() -> String {
        var part = self[...]
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }
}
