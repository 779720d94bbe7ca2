internal import PageModel

/// The header over goals that stand side by side: 预期目标 and 实际完成情况, or 实施期目标 and 年度目标.
struct GoalHeader {
    struct Column {
        /// Nil for a goal that a form record has no field for.
        var role: LabelRole?
        var label: String
        var range: ClosedRange<Double>

        var middle: Double { (range.lowerBound + range.upperBound) / 2 }
    }

    let columns: [Column]

    /// Nil when the cells are no such header.
    init?(_ filled: [FormCell], dictionary: FormDictionary) {
        let roles = filled.map { cell -> LabelRole? in
            let role = dictionary.label(cell.text)
            return role == .expectedGoal || role == .actualCompletion ? role : nil
        }
        guard filled.count >= 2, roles.contains(where: { $0 != nil }) else { return nil }
        let isHeader = zip(filled, roles).allSatisfy { cell, role in
            role != nil || dictionary.isCaption(cell.text) || GoalHeader.namesGoal(cell.text)
        }
        guard isHeader else { return nil }
        var columns = zip(filled, roles).filter { $0.1 != nil || GoalHeader.namesGoal($0.0.text) }.map {
            Column(role: $0.1, label: $0.0.text, range: $0.0.box.x0...$0.0.box.x1)
        }
        // The block's own label stands to the left and reaches over more rows than the header.
        let hasOwnLabel = columns.count > 2 || columns.count == 2 && columns[0].role == columns[1].role
        if hasOwnLabel { columns.removeFirst() }
        guard columns.count >= 2 || hasOwnLabel else { return nil }
        self.columns = columns
    }

    /// 中期目标, "实施期目标(2021年-2023年)": a goal by its last word.
    private static func namesGoal(_ text: String) -> Bool {
        let key = withoutNote(labelKey(text))
        return key.count <= 12 && ["目标", "目标设定", "完成情况"].contains { key.hasSuffix($0) }
    }
}
