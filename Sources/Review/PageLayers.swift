internal import Export
internal import Normalize
internal import PageModel
internal import TableRecon

/// The drawing over a page's picture, in page coordinates: one group for each thing that can be shown or hidden.
struct PageLayers {
    let content: PageContent
    let layout: PageLayout
    var trace = TableTrace()

    var svg: String {
        let size = "0 0 \(Self.number(content.width)) \(Self.number(content.height))"
        var out = "<svg viewBox=\"\(size)\" preserveAspectRatio=\"none\" class=\"layers\" aria-hidden=\"true\">\n"
        // All is known on the page put straight.
        let skew = content.skew
        let turn = [skew.degrees, skew.center.x, skew.center.y].map(Self.number).joined(separator: " ")
        out += skew == .none ? "<g>\n" : "<g transform=\"rotate(\(turn))\">\n"
        out += group("runs", content.runs.map(run))
        out += group("outside", layout.lines.map { Self.rect($0.box, title: $0.text) })
        out += group("cells", layout.tables.flatMap { $0.cells.map(cell) })
        out += group("tables", layout.tables.enumerated().map { table($0.element, ordinal: $0.offset + 1) })
        for origin in [RulingLine.Origin.fillEdge, .pixels, .thinRectangle, .stroke] {
            out += group(origin.rawValue, content.rulings.filter { $0.origin == origin }.map(ruling))
        }
        out += group("steps", TraceLayer(trace: trace).shapes)
        return out + "</g>\n</svg>\n"
    }

    private func group(_ name: String, _ parts: [String]) -> String {
        parts.isEmpty ? "" : "<g class=\"\(name)\">\n\(parts.joined(separator: "\n"))\n</g>\n"
    }

    // MARK: Parts

    private func run(_ run: TextRun) -> String {
        var title = "\(run.text)\n\(run.style.font), \(Self.number(run.style.size)) pt"
        if run.rotation != .none { title += ", turned by \(run.rotation.rawValue)°" }
        if run.confidence < 1 { title += ", confidence \(Self.number(run.confidence))" }
        if run.isDecoration { title += ", decoration" }
        return Self.rect(run.box, title: title, style: run.isDecoration ? "decoration" : nil)
    }

    private func cell(_ cell: TableCell) -> String {
        var place = "row \(cell.row + 1), column \(cell.column + 1)"
        if cell.rowSpan > 1 || cell.columnSpan > 1 { place += ", spans \(cell.rowSpan) × \(cell.columnSpan)" }
        let title = "\(cell.text)\n(\(place), confidence \(Self.number(cell.confidence)))"
        return Self.rect(cell.box, title: title, style: cell.confidence < 0.8 ? "unsure" : nil)
    }

    private func table(_ table: Table, ordinal: Int) -> String {
        let label = "\(ordinal): \(table.method.rawValue) \(table.confidenceText)"
        let size = 6.0
        let y = table.box.y0 >= size + 3 ? table.box.y0 - 1.8 : table.box.y0 + size
        return Self.rect(table.box, title: nil)
            + "<text x=\"\(Self.number(table.box.x0))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\">"
            + "\(label.htmlEscaped)</text>"
    }

    private func ruling(_ line: RulingLine) -> String {
        let box = line.box
        let width = Self.number(max(line.thickness, 0.8))
        let dashes = line.isDashed ? " stroke-dasharray=\"3 2\"" : ""
        return "<line x1=\"\(Self.number(box.x0))\" y1=\"\(Self.number(box.y0))\" x2=\"\(Self.number(box.x1))\" "
            + "y2=\"\(Self.number(box.y1))\" stroke-width=\"\(width)\"\(dashes)/>"
    }

    // MARK: SVG

    static func rect(_ box: Rect, title: String?, style: String? = nil, id: String? = nil) -> String {
        var out = "<rect x=\"\(number(box.x0))\" y=\"\(number(box.y0))\" width=\"\(number(box.width))\" "
        out += "height=\"\(number(box.height))\""
        if let style { out += " class=\"\(style)\"" }
        if let id { out += " id=\"\(id)\"" }
        return out + (title.map { "><title>\($0.htmlEscaped)</title></rect>" } ?? "/>")
    }

    /// With at most two digits behind the point.
    static func number(_ value: Double) -> String { JSONValue.double(value).description }
}
