/// A level's label with the weight that some forms print behind it: "产出指标(50分)".
struct LevelLabel: Hashable {
    var text: String
    var weight: DecimalNumber?
    /// Where it is printed.
    var evidence: FieldEvidence?

    init(text: String, weight: DecimalNumber?, evidence: FieldEvidence? = nil) {
        self.text = text
        self.weight = weight
        self.evidence = evidence
    }

    init(_ printed: String) {
        text = printed
        guard let last = printed.last, ")）】]".contains(last),
            let open = printed.lastIndex(where: { "(（【[".contains($0) }), open != printed.startIndex
        else { return }
        let note = printed[printed.index(after: open)...].dropLast()
        var figure = folded(String(note)).trimmingBlanks()
        for unit in ["分值", "权重", "分", "%"] where figure.hasSuffix(unit) {
            figure = String(figure.dropLast(unit.count))
        }
        for word in ["分值", "权重", "满分", ":"] where figure.hasPrefix(word) {
            figure = String(figure.dropFirst(word.count))
        }
        guard let weight = DecimalNumber.parse(figure) else { return }
        self.weight = weight
        text = String(printed[..<open]).trimmingBlanks()
    }
}

/// The text without the numbering and signs of an outline before it: "一、产出指标", "（一）数量指标", "■ 产出指标".
func withoutOutline(_ text: String) -> String {
    let bare = String(text.drop { !$0.isLetter && !$0.isNumber && !"(（".contains($0) })
    let key = labelKey(bare)
    let short = withoutNumbering(key)
    return short == key ? bare : String(bare.drop { $0 != short.first })
}

extension LevelLabel {
    /// The labels of two levels that stand in one cell: "产出指标/数量指标", or one under the other; nil for any other cell.
    ///
    /// - Parameter lines: The printed lines of the cell.
    static func pair(in text: String, lines: [String], dictionary: FormDictionary) -> (LevelLabel, LevelLabel)? {
        let parted = text.split { "/／\\＼>＞→—-－、".contains($0) }.map { String($0).trimmingBlanks() }
        for parts in [parted, lines.filter { !$0.isEmpty }] where parts.count == 2 {
            let (first, second) = (LevelLabel(parts[0]), LevelLabel(parts[1]))
            if dictionary.level1Code(first.text) != nil, dictionary.level2Code(second.text) != nil {
                return (first, second)
            }
            // Levels of a form's own are told by their ending.
            if parts == parted, [first, second].allSatisfy({ $0.text.hasSuffix("指标") }) { return (first, second) }
        }
        return nil
    }
}
