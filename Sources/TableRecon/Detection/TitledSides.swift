internal import PageModel

/// Tells two tables side by side without rules from one wide table: each stands under a title of its own.
struct TitledSides {
    let settings: TableSettings

    /// The x between the two, nil for one table.
    ///
    /// The first line holds two titles, each over several columns; all lines leave the same gap between the halves, and
    /// it is clearly wider than those between the columns.
    func cut(of lines: [ChunkLine]) -> Double? {
        guard lines.count >= 4, lines[0].chunks.count == 2 else { return nil }
        let (left, right) = (lines[0].chunks[0], lines[0].chunks[1])
        guard left.kind == .text, right.kind == .text else { return nil }
        let body = lines.dropFirst()
        // All text ends before the right title's table begins, or begins behind the left one's.
        let edge = right.box.x0 - settings.regions.titleOverhang * right.em
        var reach = left.box.x1
        var start = right.box.x0
        for line in body {
            guard line.chunks.count >= 4 else { return nil }
            for chunk in line.chunks {
                if chunk.box.x0 < edge {
                    reach = max(reach, chunk.box.x1)
                } else {
                    start = min(start, chunk.box.x0)
                }
            }
        }
        let gap = start - reach
        guard gap > 0 else { return nil }
        // White space that all lines share between other columns is narrower.
        let others = body.flatMap { line in
            zip(line.chunks, line.chunks.dropFirst()).filter { $1.box.x1 < reach + 1 || $0.box.x0 > start - 1 }
                .map { $1.box.x0 - $0.box.x1 }
        }
        .sorted()
        guard !others.isEmpty, gap >= settings.regions.widerSideGap * others[others.count / 4] else { return nil }
        let middle = (reach + start) / 2
        // Each half has a column of labels and figures beside it.
        let halves =
            [body.map { $0.chunks.filter { $0.box.midX < middle } }]
            + [body.map { $0.chunks.filter { $0.box.midX > middle } }]
        let isTable = { (half: [[TextChunk]]) in
            half.allSatisfy { $0.count >= 2 }
                && half.dropFirst().allSatisfy { $0[0].kind == .text && $0[1].kind != .text }
        }
        return halves.allSatisfy(isTable) ? middle : nil
    }
}
