/// Tells the headers of a form's own from what the reading of a picture left of the known ones.
struct HeaderDoubt {
    let dictionary: FormDictionary
    var settings = OCRSettings.standard

    /// - Parameters:
    ///   - header: A column's name that the dictionary does not know.
    ///   - confidence: Of its reading.
    func isDoubtful(_ header: String, confidence: Double) -> Bool {
        if confidence < settings.sureHeader { return true }
        let key = labelKey(header)
        let opened = key.count { $0 == "(" }
        guard key.contains(where: { $0.isLetter }), opened == key.count(where: { $0 == ")" }) else { return true }
        return !dictionary.columnTerms.words(nearSurelyRead: key).isEmpty || dictionary.columnTerms.hasEnd(key)
            || isKnownWithMore(key)
    }

    /// "分值10", "三级指标三级指标": a cell that has swallowed its neighbour.
    private func isKnownWithMore(_ key: String) -> Bool {
        (2..<max(2, key.count)).contains { length in
            let head = String(key.prefix(length))
            let tail = key.dropFirst(length)
            return dictionary.column(head) != nil && (tail.contains(where: \.isNumber) || tail.hasPrefix(head))
        }
    }
}
