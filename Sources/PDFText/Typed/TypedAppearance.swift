internal import PageModel

/// Sets the text of a field that has no appearance of its own, as a viewer would.
///
/// The font is none that could be drawn: its codes count the characters used, and its map says which these are.
struct TypedAppearance {
    private let lines: [[Unicode.Scalar]]
    private let size: Double
    private let value: TypedValue
    private let width: Double
    private let height: Double

    /// Free space at either side, in points.
    private static let margin = 2.0
    /// Sizes that are chosen where the field leaves it to the viewer.
    private static let automaticSizes = 4.0...12.0
    /// Height of a line, and of a font's letters over and under the baseline, in font sizes.
    private static let leading = 1.2
    private static let ascent = 0.88
    private static let descent = 0.12
    /// Advance of characters of the European scripts, in font sizes; all others are as wide as the font is high.
    private static let narrowAdvance = 0.5

    /// - Parameters:
    ///   - width: Of the field, in points.
    ///   - height: The same.
    init(_ value: TypedValue, width: Double, height: Double) {
        self.value = value
        self.width = width
        self.height = height
        let text = value.text.split(omittingEmptySubsequences: false) { $0.isNewline }.map {
            $0.unicodeScalars.filter { $0.value >= 0x20 }.map(\.self)
        }
        let room = max(1, width - 2 * Self.margin)
        let wanted = value.fontSize > 0 ? value.fontSize : Self.automaticSize(of: text, value, room, height)
        if value.isMultiline {
            lines = text.flatMap { Self.wrapped($0, within: room / wanted) }
            size = wanted
        } else {
            let line = Array(text.joined(separator: [" "]))
            lines = [line]
            // Our advances are not those of the field's font: a text that would run over the field's side is set smaller.
            size = min(wanted, room / max(1, Self.advance(of: line)))
        }
    }

    private static func automaticSize(
        of text: [[Unicode.Scalar]], _ value: TypedValue, _ room: Double, _ height: Double
    ) -> Double {
        let bounds = automaticSizes
        if !value.isMultiline { return min(max(height / leading, bounds.lowerBound), bounds.upperBound) }
        var size = bounds.upperBound
        while size > bounds.lowerBound {
            let count = text.reduce(0) { $0 + wrapped($1, within: room / size).count }
            if Double(count) * leading * size <= height { break }
            size -= 1
        }
        return size
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Double { scalar.value < 0x0590 ? narrowAdvance : 1 }

    private static func advance(of line: [Unicode.Scalar]) -> Double { line.reduce(0) { $0 + advance($1) } }

    /// Lines of at most `room` font sizes; words of European scripts are kept whole where they fit.
    private static func wrapped(_ text: [Unicode.Scalar], within room: Double) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = []
        var line: [Unicode.Scalar] = []
        for scalar in text {
            if !line.isEmpty, advance(of: line) + advance(scalar) > room {
                let word = line.reversed().prefix { advance($0) < 1 && $0 != " " }.count
                let cut = advance(scalar) < 1 && word < line.count ? line.count - word : line.count
                lines.append(Array(line[..<cut]))
                line = Array(line[cut...])
            }
            line.append(scalar)
        }
        return lines + [line]
    }

    /// A form whose box is the field.
    func form(in document: QPDFDocument) -> QPDFObject {
        let used = Set(lines.joined()).sorted { $0.value < $1.value }
        var codes: [Unicode.Scalar: Int] = [:]
        for (index, scalar) in used.enumerated() { codes[scalar] = index + 1 }
        let form = document.newStream(Array(content(codes).utf8))
        form.set("/BBox", to: document.parsed("[0 0 \(width.operand) \(height.operand)]"))
        let fonts = document.newDictionary()
        fonts.set("/Typed", to: Self.font(of: used, in: document))
        let resources = document.newDictionary()
        resources.set("/Font", to: fonts)
        form.set("/Resources", to: resources)
        return form
    }

    private func content(_ codes: [Unicode.Scalar: Int]) -> String {
        let step = Self.leading * size
        let first =
            value.isMultiline
            ? height - Self.margin - Self.ascent * size
            : (height - (Self.ascent + Self.descent) * size) / 2 + Self.descent * size
        var content = "BT /Typed \(size.operand) Tf 0 g\n"
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let free = width - 2 * Self.margin - Self.advance(of: line) * size
            let x = Self.margin + Double(value.alignment.rawValue) / 2 * max(0, free)
            let y = first - Double(index) * step
            let hex = line.map { Self.hex(codes[$0] ?? 0) }.joined()
            content += "1 0 0 1 \(x.operand) \(y.operand) Tm <\(hex)> Tj\n"
        }
        return content + "ET\n"
    }

    private static func hex(_ code: Int) -> String {
        let digits = String(code, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func font(of used: [Unicode.Scalar], in document: QPDFDocument) -> QPDFObject {
        let perThousand = 1000.0
        let widths = used.map { String(Int(advance($0) * perThousand)) }.joined(separator: " ")
        let descendant = document.parsed(
            """
            <</Type/Font/Subtype/CIDFontType2/BaseFont/Typed/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
            /Supplement 0>>/DW 1000/W[1[\(widths)]]/FontDescriptor<</Type/FontDescriptor/FontName/Typed/Flags 4\
            /FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>
            """)
        let descendants = document.newArray()
        descendants.append(document.indirect(descendant))
        let font = document.parsed("<</Type/Font/Subtype/Type0/BaseFont/Typed/Encoding/Identity-H>>")
        font.set("/DescendantFonts", to: descendants)
        font.set("/ToUnicode", to: document.newStream(Array(map(of: used).utf8)))
        return document.indirect(font)
    }

    /// The font's map from codes to characters; of a hundred lines a block, as the format asks for.
    private static func map(of used: [Unicode.Scalar]) -> String {
        let blockLength = 100
        var map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        map += "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        for start in stride(from: 0, to: used.count, by: blockLength) {
            let block = used[start..<min(start + blockLength, used.count)]
            map += "\(block.count) beginbfchar\n"
            for (offset, scalar) in block.enumerated() {
                let units = String(scalar).utf16.map { hex(Int($0)) }.joined()
                map += "<\(hex(start + offset + 1))> <\(units)>\n"
            }
            map += "endbfchar\n"
        }
        return map + "endcmap end end\n"
    }
}
