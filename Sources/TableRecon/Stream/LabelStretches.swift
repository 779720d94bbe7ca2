/// Labels set in the middle of the rows that they belong to.
struct LabelStretches {
    /// A label's middle and the height of its type, in points.
    struct Label {
        var middle: Double
        var em: Double
    }

    /// The middle of each row, ascending.
    let middles: [Double]
    let settings: TableSettings.Labels

    /// The rows of each label, when the labels stand in the middle of stretches that follow each other without a gap
    /// from the first row to the last; nil otherwise.
    ///
    /// Labels that each stand beside the first of their rows could be read so by chance: then the first row has one of
    /// its own, and the answer is nil.
    ///
    /// - Parameter labels: From the top.
    func stretches(of labels: [Label], in rows: Range<Int>) -> [Range<Int>]? {
        guard let first = labels.first, labels.count < rows.count,
            first.middle - middles[rows.lowerBound] > tolerance(first, rows)
        else { return nil }
        var result: [Range<Int>] = []
        var start = rows.lowerBound
        for label in labels {
            guard start < rows.upperBound else { return nil }
            let off = { (last: Int) in abs((middles[start] + middles[last]) / 2 - label.middle) }
            guard let last = (start..<rows.upperBound).min(by: { off($0) < off($1) }),
                off(last) <= tolerance(label, rows)
            else { return nil }
            result.append(start..<(last + 1))
            start = last + 1
        }
        return start == rows.upperBound ? result : nil
    }

    /// How far off its place a label may stand: less than half the way to the next place.
    private func tolerance(_ label: Label, _ rows: Range<Int>) -> Double {
        let pitch = (middles[rows.upperBound - 1] - middles[rows.lowerBound]) / Double(max(rows.count - 1, 1))
        return min(settings.centredError * label.em, settings.centredPitch * pitch)
    }
}
