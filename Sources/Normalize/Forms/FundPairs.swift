/// Reads labels of the funding block that stand in one cell with their amounts.
struct FundPairs {
    struct Pair {
        var label: String
        /// Nil where the cell holds the label alone.
        var amount: String?
    }

    let dictionary: FormDictionary
    /// No label with its amount has more bytes; a longer text is prose.
    private let longestLine = 160
    /// In characters.
    private let longestLabel = 24
    /// What parts a sentence.
    private static let partings = Set("，,；;。、")

    init(dictionary: FormDictionary) { self.dictionary = dictionary }

    /// "资金总额（万元）： 876.69万元" → its two parts; nil where the text names no source of money.
    func pair(in text: String) -> Pair? {
        guard text.utf8.count <= longestLine else { return nil }
        let scalars = Array(text)
        // The label ends where a figure begins that goes on to the end.
        var cut = scalars.count
        for index in scalars.indices.dropFirst() {
            guard scalars[index].isNumber, !"0123456789.,".contains(scalars[index - 1]) else { continue }
            if ValueGrammar.amount(String(scalars[index...])) != nil {
                cut = scalars[index - 1] == "-" ? index - 1 : index
                break
            }
        }
        let label = String(scalars[..<cut]).trimmingBlanks()
        guard dictionary.fundItem(label) != nil else { return nil }
        let amount = String(scalars[cut...])
        return Pair(label: label, amount: amount.isEmpty ? nil : amount)
    }

    /// "政府性基金预算拨款：300.00" → its two parts, whatever the label: for cells under a caption of the block.
    ///
    /// Nil where no colon parts a short label from an amount or from nothing.
    func anyPair(in text: String) -> Pair? {
        guard text.utf8.count <= longestLine, let colon = text.lastIndex(where: { ":：".contains($0) }) else {
            return nil
        }
        let label = String(text[..<colon]).trimmingBlanks()
        let amount = String(text[text.index(after: colon)...]).trimmingBlanks()
        guard (2...longestLabel).contains(label.count), dictionary.label(label) == nil,
            amount.isEmpty || ValueGrammar.amount(amount) != nil
        else { return nil }
        return Pair(label: label, amount: amount.isEmpty ? nil : amount)
    }

    /// A cell whose printed lines, or the parts of whose sentence, are lines of the block; empty for any other.
    func pairs(in cell: FormCell) -> [Pair] {
        let lines = cell.lines.filter { !$0.isEmpty }
        let byLine = lines.compactMap { pair(in: $0) }
        if byLine.count >= 2, byLine.count == lines.count { return byLine }
        return sentenceParts(cell.text)
    }

    /// "资金总额：120万元，其中：财政拨款：100万元；其他资金：20万元。" → its sources with their amounts.
    func sentenceParts(_ text: String) -> [Pair] {
        guard text.utf8.count <= 10 * longestLine, text.contains(where: \.isNumber) else { return [] }
        var parts: [String] = [""]
        let scalars = Array(text)
        for (index, scalar) in scalars.enumerated() {
            let isThousands =
                scalar == "," && index > 0 && index + 1 < scalars.count && scalars[index - 1].isNumber
                && scalars[index + 1].isNumber
            if Self.partings.contains(scalar), !isThousands {
                parts.append("")
            } else {
                parts[parts.count - 1].append(scalar)
            }
        }
        var pairs: [Pair] = []
        var known = 0
        var prefix = ""
        for part in parts where !part.isEmpty {
            if dictionary.isFundPrefix(part) {
                prefix = part
            } else if let pair = pair(in: prefix + part), pair.amount != nil {
                pairs.append(pair)
                known += 1
                prefix = ""
            } else if let pair = plainPair(in: part), pairs.isEmpty {
                // "2025年安排资金42万元，其中：…": the sum in the form's own words.
                pairs.append(pair)
            } else {
                return []
            }
        }
        return pairs.count >= 2 && known >= 1 ? pairs : []
    }

    /// A short text that ends in an amount of money with its unit.
    private func plainPair(in text: String) -> Pair? {
        let scalars = Array(text)
        guard text.utf8.count <= longestLine, text.hasSuffix("元"),
            let cut = scalars.indices.dropFirst().first(where: { index in
                scalars[index].isNumber && !scalars[index - 1].isNumber
                    && ValueGrammar.amount(String(scalars[index...])) != nil
            })
        else { return nil }
        let label = String(scalars[..<cut]).trimmingBlanks()
        return (2...longestLabel).contains(label.count) ? Pair(label: label, amount: String(scalars[cut...])) : nil
    }
}
