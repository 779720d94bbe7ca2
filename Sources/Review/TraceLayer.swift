internal import Export
internal import PageModel
internal import TableRecon

/// What the steps of the table stage found: drawn over the page.
struct TraceLayer {
    let trace: TableTrace
    /// Radius of the mark of an intersection, in points.
    private let radius = 1.5

    /// SVG shapes in page coordinates: rows and columns of each candidate, where ruling lines meet, what was rejected.
    var shapes: [String] {
        trace.candidates.flatMap(candidate) + trace.intersections.map(intersection)
    }

    private func candidate(_ candidate: TableTrace.Candidate) -> [String] {
        if candidate.rejection != nil {
            return [PageLayers.rect(candidate.box, title: reason(candidate), style: "rejected")]
        }
        let name = candidate.method.rawValue
        let columns = candidate.columns.enumerated().map { index, box in
            PageLayers.rect(box, title: "\(name): column \(index + 1)", style: "column")
        }
        let rows = candidate.rows.enumerated().map { index, box in
            PageLayers.rect(box, title: "\(name): row \(index + 1)", style: "row")
        }
        return columns + rows
    }

    private func intersection(_ point: Point) -> String {
        let (x, y) = (PageLayers.number(point.x), PageLayers.number(point.y))
        return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(PageLayers.number(radius))\"/>"
    }

    private func reason(_ candidate: TableTrace.Candidate) -> String {
        let box = candidate.box
        let place = [box.x0, box.y0, box.x1, box.y1].map(PageLayers.number).joined(separator: ", ")
        return "\(candidate.method.rawValue) at \(place): \(candidate.rejection?.rawValue ?? "a table")"
    }
}
