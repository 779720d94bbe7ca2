/// A PDF of a small table, written out by hand the way one of several producers would: other fonts, other rules, another
/// order of painting.
struct SheetFile {
    /// How codes get their characters.
    enum Font: String, CaseIterable {
        /// A predefined encoding.
        case named
        /// Glyph numbers with a map.
        case mapped
        /// Procedures with a map, codes of one byte.
        case procedures
    }

    enum Rules: String, CaseIterable {
        case strokes
        case bars
        case boxes
    }

    struct Place: Hashable {
        var row: Int
        var column: Int

        init(_ row: Int, _ column: Int) { (self.row, self.column) = (row, column) }
    }

    static let texts = [
        ["指标名称", "指标值", "备注"], ["培训人次", "≥1000人次", "全年"], ["演出场次", "≥120场", "全年"],
        ["合格率", "≥95%", "年底"],
    ]

    var font = Font.named
    var rules: Rules? = .strokes
    var textsFirst = false
    var texts = SheetFile.texts
    /// Operators that stand in the place of a cell's text.
    var own: [Place: String] = [:]
    var under = ""
    var over = ""
    var pages = 1
    var pageKeys = ""
    var catalog = ""
    var resources = ""
    /// Numbered from 30.
    var objects: [String] = []

    static let lefts = [50.0, 170, 270, 350]
    static let tops = [240.0, 210, 180, 150, 120]

    static func box(_ row: Int, _ column: Int) -> (x: Double, y: Double, width: Double, height: Double) {
        (lefts[column], tops[row + 1], lefts[column + 1] - lefts[column], tops[row] - tops[row + 1])
    }

    // MARK: Operators

    func show(_ text: String, x: Double, y: Double, size: Double = 10, state: String = "") -> String {
        "q \(state) BT /F \(size) Tf \(x) \(y) Td \(string(text)) Tj ET Q\n"
    }

    /// A string of the font's codes.
    func string(_ text: String) -> String {
        let codes = text.unicodeScalars.map { scalar in
            font == .procedures
                ? Self.hex(UInt32(Self.alphabet.firstIndex(of: scalar).map { $0 + 1 } ?? 0), 2)
                : Self.hex(scalar.value, 4)
        }
        return "<\(codes.joined())>"
    }

    /// Draws text where the cell's would stand.
    func showIn(_ row: Int, _ column: Int, _ text: String, state: String = "") -> String {
        let box = Self.box(row, column)
        return show(text, x: box.x + 5, y: box.y + 11, state: state)
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private var ruleOperators: String {
        guard let rules else { return "" }
        let (left, right) = (Self.lefts[0], Self.lefts[3])
        let (top, bottom) = (Self.tops[0], Self.tops[4])
        switch rules {
        case .strokes:
            return Self.tops.map { "\(left) \($0) m \(right) \($0) l S\n" }.joined()
                + Self.lefts.map { "\($0) \(bottom) m \($0) \(top) l S\n" }.joined()
        case .bars:
            return Self.tops.map { "\(left) \($0) \(right - left) 0.6 re f\n" }.joined()
                + Self.lefts.map { "\($0) \(bottom) 0.6 \(top - bottom) re f\n" }.joined()
        case .boxes:
            return cells.map { place in
                let box = Self.box(place.row, place.column)
                return "\(box.x) \(box.y) \(box.width) \(box.height) re S\n"
            }.joined()
        }
    }

    private var cells: [Place] { texts.indices.flatMap { row in texts[row].indices.map { Place(row, $0) } } }

    private var textOperators: String {
        cells.map { own[$0] ?? showIn($0.row, $0.column, texts[$0.row][$0.column]) }.joined()
    }

    private var content: String {
        let (first, second) = textsFirst ? (textOperators, ruleOperators) : (ruleOperators, textOperators)
        return under + "0 g 0 G 0.6 w\n" + first + "0 g\n" + second + over
    }

    // MARK: The file

    private static let alphabet: [Unicode.Scalar] = {
        let words =
            texts.joined().joined() + "内部资料注意保存产出指标数量一二三文化馆东莞市财政局字年月日审核专用章二零二四"
            + "0123456789≥%.,-()（）甲乙丙丁戊子⼦"
        return Array(Set(words.unicodeScalars)).sorted { $0.value < $1.value }
    }()

    static func stream(_ keys: String, _ content: String) -> String {
        "<<\(keys)/Length \(content.utf8.count)>> stream\n\(content)\nendstream"
    }

    private var fontObjects: [String] {
        let descriptor =
            "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]"
            + "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
        switch font {
        case .named:
            return [
                "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
                    + "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
                    + "/Supplement 2>>/DW 1000\(descriptor)>>]>>", "null", "null",
            ]
        case .mapped:
            let ranges = (0...255).map { high -> String in
                let byte = Self.hex(UInt32(high), 2)
                return "<\(byte)00> <\(byte)ff> <\(byte)00>"
            }
            let blocks = stride(from: 0, to: 256, by: 64).map { start in
                "64 beginbfrange \(ranges[start..<(start + 64)].joined(separator: "\n")) endbfrange\n"
            }
            return [
                "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 11 0 R/DescendantFonts[<</Type/Font"
                    + "/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                    + "/DW 1000/W[32 126 500 173 173 0]\(descriptor)>>]>>",
                Self.stream(
                    "",
                    "1 begincodespacerange <0000> <ffff> endcodespacerange\n" + blocks.joined()), "null",
            ]
        case .procedures:
            let codes = Self.alphabet.indices.map { $0 + 1 }
            let map = zip(codes, Self.alphabet).map { "<\(Self.hex(UInt32($0), 2))> <\(Self.hex($1.value, 4))>" }
            let widths = Self.alphabet.map { $0.isASCII ? "500" : "1000" }
            let names = codes.map { "/g\($0)" }
            return [
                "<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1"
                    + "/LastChar \(codes.count)/ToUnicode 11 0 R/Widths[\(widths.joined(separator: " "))]"
                    + "/CharProcs<<\(names.map { "\($0) 12 0 R" }.joined())>>"
                    + "/Encoding<</Type/Encoding/Differences[1\(names.joined())]>>>>",
                Self.stream(
                    "",
                    "1 begincodespacerange <00> <ff> endcodespacerange\n\(codes.count) beginbfchar\n"
                        + map.joined(separator: "\n") + "\nendbfchar\n"),
                Self.stream("", "1000 0 d0 100 0 800 800 re f"),
            ]
        }
    }

    var bytes: [UInt8] {
        var text = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R\(catalog)>> endobj\n"
        let kids = (0..<pages).map { "\(20 + $0) 0 R" }.joined(separator: " ")
        text += "2 0 obj <</Type/Pages/Kids[\(kids)]/Count \(pages)/MediaBox[0 0 400 300]>> endobj\n"
        for page in 0..<pages {
            text += "\(20 + page) 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R\(pageKeys)"
            text += "/Resources<</Font<</F 10 0 R>>\(resources)>>>> endobj\n"
        }
        text += "4 0 obj \(Self.stream("", content)) endobj\n"
        for (index, object) in fontObjects.enumerated() { text += "\(10 + index) 0 obj \(object) endobj\n" }
        for (index, object) in objects.enumerated() { text += "\(30 + index) 0 obj \(object) endobj\n" }
        return Array((text + "trailer <</Root 1 0 R>>\n%%EOF\n").utf8)
    }
}
