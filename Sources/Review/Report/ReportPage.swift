internal import Export
internal import Normalize

/// The page of the report.
enum ReportPage {
    /// Only the page's own script may run, and the parts of its data, which that script names.
    static func html(data: JSONValue, language: HeaderLanguage) -> String {
        let words = WordCatalogue.members([
            ("texts", PackageResources.report_texts_json), ("codes", PackageResources.codes_json),
        ])
        let script = JoinedScript(modules: [PackageResources.dom_js, PackageResources.report_js])
        let text = (data.description.dropLast() + words + "}").replacing("<", with: "\\u003c")
        return """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            base-uri 'none'; form-action 'none'; script-src 'sha256-\(script.hash)' 'strict-dynamic'">
            <meta name="viewport" content="width=device-width">
            <title>zhibiao</title>
            <style>
            \(String(decoding: PackageResources.inspect_css, as: UTF8.self))
            \(String(decoding: PackageResources.report_css, as: UTF8.self))
            </style>
            </head>
            \(String(decoding: PackageResources.report_html, as: UTF8.self))
            <script type="application/json" id="data">\(text)</script>
            <script>\(script.text)</script>
            </body>
            </html>

            """
    }
}
