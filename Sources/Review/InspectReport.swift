internal import Export
internal import Foundation
internal import Normalize
internal import PageModel
internal import TableRecon

/// The HTML of the page on which a document is checked, part by part: head, pages in order, foot.
struct InspectReport {
    /// Up to the title. Of scripts only the one at the foot may run, told by its hash; nothing may be fetched.
    ///
    /// - Parameter language: In which the page begins.
    static func beginning(_ language: HeaderLanguage) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
        style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-\(InspectScript.hash)'">

        """
    }

    /// What follows the beginning, up to the first page.
    static func head(file: String) -> String {
        """
        <meta name="viewport" content="width=device-width">
        <title>\(file.htmlEscaped)</title>
        <style>
        \(String(decoding: PackageResources.inspect_css, as: UTF8.self))
        </style>
        </head>
        \(String(decoding: PackageResources.inspect_html, as: UTF8.self))
        """
    }

    /// - Parameters:
    ///   - trace: What the steps of the table stage found on the page.
    ///   - picture: A PNG file; nil leaves the paper blank.
    static func page(
        _ content: PageContent, layout: PageLayout, trace: TableTrace = TableTrace(), picture: [UInt8]?
    ) -> String {
        let (width, height) = (PageLayers.number(content.width), PageLayers.number(content.height))
        var out = "<section class=\"page\" id=\"page-\(content.number)\" data-page=\"\(content.number)\" "
        out += "style=\"--pw:\(width);--ph:\(height)\">\n<div class=\"sheet\">\n"
        if let picture {
            let data = Data(picture).base64EncodedString()
            out += "<img alt=\"\(content.number)\" loading=\"lazy\" decoding=\"async\" "
            out += "src=\"data:image/png;base64,\(data)\">\n"
        }
        out += PageLayers(content: content, layout: layout, trace: trace).svg
        out += "<svg class=\"fields\" viewBox=\"0 0 \(width) \(height)\" preserveAspectRatio=\"none\"></svg>\n"
        return out + "</div>\n</section>\n"
    }

    /// The places for the forms, which the script fills, with what it fills them with.
    static func foot(_ data: InspectData) -> String {
        """
        \(String(decoding: PackageResources.inspect_foot_html, as: UTF8.self))
        <script type="application/json" id="data">\(data.text)</script>
        <script>\(InspectScript.text)</script>
        </body>
        </html>

        """
    }
}
