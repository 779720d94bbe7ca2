internal import PageModel

extension Collection {
    /// What shares a baseline, row by row from top to bottom; within a row by the middles.
    ///
    /// The tallest of a row is the row: a raised or lowered small one must not pull the next row in.
    ///
    /// - Parameters:
    ///   - overlap: Two are in one row when they share this part of the lower one's height.
    ///   - box: Where an element stands.
    /// - Complexity: O(n log n).
    func baselineRows(overlap: Double, box: (Element) -> Rect) -> [[Element]] {
        var rows: [[Element]] = []
        var core: (top: Double, bottom: Double) = (0, 0)
        for (element, place) in map({ ($0, box($0)) }).sorted(by: { ($0.1.midY, $0.1.x0) < ($1.1.midY, $1.1.x0) }) {
            let common = Swift.min(core.bottom, place.y1) - Swift.max(core.top, place.y0)
            let height = Swift.min(core.bottom - core.top, place.height)
            if !rows.isEmpty, common >= overlap * height {
                rows[rows.count - 1].append(element)
                if place.height > core.bottom - core.top { core = (place.y0, place.y1) }
            } else {
                rows.append([element])
                core = (place.y0, place.y1)
            }
        }
        return rows
    }
}
