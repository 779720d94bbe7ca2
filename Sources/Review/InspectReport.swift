internal import Export
internal import Foundation
internal import Normalize
internal import PDFText
internal import PageModel
internal import TableRecon

/// The HTML of the inspection report, part by part: head, pages in order, foot.
struct InspectReport {
    let file: String
    /// In document order.
    let forms: [FormRecord]
    /// Forms written so far: each stands beside the first written page that it is on.
    private var written = 0

    init(file: String, forms: [FormRecord]) {
        self.file = file
        self.forms = forms
    }

    /// Up to the title. Of scripts only the one at the foot may run, told by its hash.
    static var beginning: String {
        """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
        style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-\(scriptHash)'">

        """
    }

    private static var scriptHash: String {
        let hash = ContentHash()
        Array("\n\(InspectStyle.script)\n".utf8).withUnsafeBytes { hash.add($0) }
        let digits = Array(hash.finish().utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }

    /// What follows the beginning, up to the first page.
    func head(pages: Int, tables: Int) -> String {
        let records = forms.reduce(0) { $0 + $1.indicators.count }
        let switches = PageLayers.all.map { layer in
            """
            <label class="\(layer.name)"><input type="checkbox" data-layer="\(layer.name)"\
            \(layer.isOn ? " checked" : "")><i></i>\(layer.label)</label>
            """
        }
        let hidden = PageLayers.all.filter { !$0.isOn }.map { "hide-\($0.name)" }.joined(separator: " ")
        return """
            <meta name="viewport" content="width=device-width">
            <title>\(file.htmlEscaped)</title>
            <style>
            \(InspectStyle.css)
            </style>
            </head>
            <body class="\(hidden)">
            <header>
            <h1>\(file.htmlEscaped)</h1>
            <p>\(count(pages, "page")), \(count(tables, "table")), \(count(forms.count, "form")), \
            \(count(records, "record"))</p>
            <div class="switches">
            \(switches.joined(separator: "\n"))
            <label class="wide"><input type="checkbox" data-layer="wide">Large pictures</label>
            </div>
            </header>

            """
    }

    /// - Parameters:
    ///   - trace: What the steps of the table stage found on the page.
    ///   - picture: A PNG file; nil leaves the paper blank.
    mutating func page(
        _ content: PageContent, layout: PageLayout, trace: TableTrace = TableTrace(), picture: [UInt8]?
    ) -> String {
        var out = "<section id=\"page-\(content.number)\">\n<div class=\"paper\">\n<h2>Page \(content.number)</h2>\n"
        // The paper is as large as the window allows, at the page's proportions.
        let ratio = content.height > 0 ? content.width / content.height : 1
        out += "<div class=\"sheet\" style=\"--ratio:\(PageLayers.number(ratio))\">\n"
        if let picture {
            let data = Data(picture).base64EncodedString()
            out += "<img alt=\"Page \(content.number)\" src=\"data:image/png;base64,\(data)\">\n"
        }
        out += PageLayers(content: content, layout: layout, trace: trace, forms: forms).svg
        out += "</div>\n</div>\n<div class=\"findings\">\n"
        if layout.tables.isEmpty { out += "<p class=\"none\">No table on this page.</p>\n" }
        for (index, table) in layout.tables.enumerated() {
            let caption = table.inspectCaption(ordinal: index + 1)
            out += table.html(caption: caption, id: "t\(content.number)-\(index + 1)")
        }
        out += TraceLayer(trace: trace).rejections
        while written < forms.count, forms[written].pages.first ?? 0 <= content.number {
            out += FormSection(form: forms[written], ordinal: written + 1).html
            written += 1
        }
        return out + "</div>\n</section>\n"
    }

    func foot() -> String { "<script>\n\(InspectStyle.script)\n</script>\n</body>\n</html>\n" }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Table {
    fileprivate func inspectCaption(ordinal: Int) -> String {
        var caption = "Table \(ordinal): \(rows) × \(columns), \(method.rawValue), confidence \(confidenceText)"
        if headerRows > 0 { caption += ", \(headerRows) header row\(headerRows == 1 ? "" : "s")" }
        if let continues { caption += ", carries on table \(continues.table) of page \(continues.page)" }
        return caption
    }
}
