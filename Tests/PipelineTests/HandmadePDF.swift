import Foundation

/// A PDF of one page, written out by hand: text in Helvetica and drawn lines.
struct HandmadePDF {
    private var content = ""
    let width: Int
    let height: Int

    init(width: Int = 595, height: Int = 842) {
        self.width = width
        self.height = height
    }

    /// - Parameters:
    ///   - x: Points from the left.
    ///   - y: Points from the bottom.
    mutating func text(_ text: String, x: Int, y: Int, size: Int = 8) {
        content += "BT /F1 \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n"
    }

    mutating func box(x: Int, y: Int, width: Int, height: Int) {
        content += "1 w \(x) \(y) \(width) \(height) re S\n"
    }

    /// Draws a grid with a text in each cell; the upper left cell comes last.
    mutating func grid(columns: Int, rows: Int, x: Int = 100, y: Int = 400, width: Int = 100, height: Int = 30) {
        for row in 0..<rows {
            for column in 0..<columns {
                box(x: x + column * width, y: y + row * height, width: width, height: height)
                text("r\(rows - row)c\(column + 1)", x: x + column * width + 8, y: y + row * height + 10)
            }
        }
    }

    /// Draws more short lines than a page may have.
    mutating func countlessStrokes() { content += String(repeating: "0 0 m 1 1 l S\n", count: 400_001) }

    /// The file with contents in hexadecimal that end in a character that is none: Poppler passes over it, qpdf gives up.
    var withBrokenContents: Data {
        data(contents: content.utf8.map { String(Int($0) + 256, radix: 16).suffix(2) }.joined() + "\nzz>", filter: true)
    }

    /// The file in a font whose name for the letter c tells nothing.
    var withNamelessGlyphs: Data {
        data(contents: content, filter: false, encoding: "/Encoding << /Type /Encoding /Differences [99 /g17] >>")
    }

    var data: Data { data(contents: content, filter: false) }

    private func data(contents: String, filter: Bool, encoding: String = "") -> Data {
        let coding = filter ? " /Filter /ASCIIHexDecode" : ""
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(contents.utf8.count)\(coding) >>\nstream\n\(contents)endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica \(encoding) >>",
        ]
        var out = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(out.utf8.count)
            out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = out.utf8.count
        out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            out += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        out += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(out.utf8)
    }
}
