internal import PageModel

/// Which codes of a font stand for a character: what is drawn with the others cannot be read.
///
/// Nearly all fonts have a map with every code that is shown. What else a font says is read when a code is shown that its
/// map leaves out; a reference, so that the answer is kept.
final class FontCodes {
    /// Bytes of one code.
    let length: Int
    /// All codes have a character, as far as can be told.
    let isWhole: Bool
    private let map: CharacterMap?
    /// Of a font whose codes have names; nil where a code that the map leaves out has no character.
    private let names: NamedCodes?
    /// Codes that draw nothing need no character.
    private let blanks: BlankGlyphs?

    /// A font of which nothing is known.
    static var whole: FontCodes { FontCodes(map: nil) }

    /// - Parameter map: Counts for the direction of its letters alone.
    private init(map: CharacterMap?) {
        (length, isWhole, names, blanks) = (1, true, nil, nil)
        self.map = map
    }

    private init(length: Int, map: CharacterMap?, names: NamedCodes?, blanks: BlankGlyphs?) {
        isWhole = false
        (self.length, self.map, self.names, self.blanks) = (length, map, names, blanks)
    }

    /// Whether the map names letters that are written from right to left.
    var isRightToLeft: Bool { map?.isRightToLeft ?? false }

    /// Whether something is drawn for which no character is known. Code 0 is the box for what a font does not have.
    func isLost(_ code: Int) -> Bool {
        if isWhole || code == 0 || map?.codes.contains(code) ?? false { return false }
        if let names, !names.isLost(code), !(map?.meaningless.contains(code) ?? false) { return false }
        return !(blanks?.contains(code) ?? false)
    }
}

extension FontCodes {
    /// Longest map that is read, in bytes before decoding.
    private static let longestMap = 16 << 20
    /// Character collections whose characters are known.
    private static let collections: Set<String> = ["GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR"]

    static func read(_ font: QPDFObject) -> FontCodes {
        if font["/Subtype"]?.name == "/Type0" { return composite(font) }
        // A map says what its codes mean even where it is cut short; other codes mean what their names say.
        return FontCodes(length: 1, map: map(of: font), names: NamedCodes(font), blanks: BlankGlyphs(font))
    }

    /// A font with codes of more bytes: its own map counts alone, or else its collection.
    private static func composite(_ font: QPDFObject) -> FontCodes {
        let encoding = font["/Encoding"]
        let isIdentity = encoding?.name.map { $0 == "/Identity-H" || $0 == "/Identity-V" } ?? false
        if let map = map(of: font) {
            // Codes of a predefined encoding may be of one byte or of two: it is known how Poppler takes them apart,
            // not here.
            guard isIdentity || map.codeLength == 2 else { return FontCodes(map: map) }
            return FontCodes(length: 2, map: map, names: nil, blanks: BlankGlyphs(font))
        }
        guard isIdentity || encoding?.isStream == true else { return .whole }
        let ordering = font["/DescendantFonts"].flatMap {
            $0.count > 0 ? $0[0]["/CIDSystemInfo"]?["/Ordering"]?.text : nil
        }
        if let ordering, collections.contains(ordering) { return .whole }
        return FontCodes(length: 2, map: nil, names: nil, blanks: BlankGlyphs(font))
    }

    private static func map(of font: QPDFObject) -> CharacterMap? {
        guard let stream = font["/ToUnicode"], stream.isStream, let bytes = stream.decoded(limit: longestMap) else {
            return nil
        }
        return CharacterMap(bytes.buffer, isSymbolFont: GlyphName.isSymbolFont(font["/BaseFont"]?.name ?? ""))
    }
}

/// Codes of one byte whose names do not tell a character.
///
/// Looks into the font when first asked: its lists have hundreds of entries, and most maps leave out nothing.
final class NamedCodes {
    private let source: FontSource
    private var lost: CodeSet?

    init(_ font: QPDFObject) { source = FontSource(font) }

    /// Whether a code that the font's map leaves out stands for no character.
    func isLost(_ code: Int) -> Bool {
        if let lost { return lost.contains(code) }
        let found = Self.lostCodes(of: source.font)
        lost = found
        return found.contains(code)
    }

    private static func lostCodes(of font: QPDFObject) -> CodeSet {
        let names = differences(in: font["/Encoding"])
        var lost = CodeSet()
        for (code, name) in names where !GlyphName.tells(name) { lost.insert(code) }
        if font["/Subtype"]?.name == "/Type3" || isSubsetOfChinese(font) {
            // Letters as wide as the font is high are codes of ideographs.
            for code in wideCodes(of: font) where names[code].map({ !GlyphName.isNumbered($0) }) ?? true {
                lost.insert(code)
            }
        }
        return lost
    }

    static func differences(in encoding: QPDFObject?) -> [Int: String] {
        guard let list = encoding?["/Differences"] else { return [:] }
        var names: [Int: String] = [:]
        var code = 0
        for element in list.elements {
            if let number = element.number, abs(number) < 1e6 {
                code = Int(number)
            } else if let name = element.name {
                if (0...255).contains(code) { names[code] = String(name.dropFirst()) }
                code += 1
            }
        }
        return names
    }

    /// Codes whose advance is that of an ideograph: as wide as the font is high.
    private static func wideCodes(of font: QPDFObject) -> Set<Int> {
        guard let first = font["/FirstChar"]?.number, (0...255).contains(first), let widths = font["/Widths"] else {
            return []
        }
        let matrix = font["/FontMatrix"]?.matrix ?? Matrix(a: 0.001, b: 0, c: 0, d: 0.001, e: 0, f: 0)
        let box = font["/Subtype"]?.name == "/Type3" ? font["/FontBBox"]?.rectangle : nil
        let height = box.map { $0.height * abs(matrix.d) } ?? 0
        let wide = wideAdvance * (height > 0 ? height : 1)
        var codes: Set<Int> = []
        for (index, element) in widths.elements.prefix(256).enumerated() {
            if let width = element.number, width * matrix.a >= wide { codes.insert(Int(first) + index) }
        }
        return codes
    }

    /// Advance of an ideograph, in heights of the font.
    private static let wideAdvance = 0.9

    private static func isSubsetOfChinese(_ font: QPDFObject) -> Bool {
        font["/FontDescriptor"]?["/FontFile2"] != nil && GlyphName.isChineseFont(font["/BaseFont"]?.name ?? "")
    }
}

/// Where a font is found again after the page that named it.
enum FontSource {
    case numbered(ObjectID, in: QPDFDocument)
    /// A font inside another object, valid as long as its page is read.
    case nested(QPDFObject)

    init(_ font: QPDFObject) {
        self = font.identity.map { .numbered($0, in: font.document) } ?? .nested(font)
    }

    var font: QPDFObject {
        switch self {
        case .numbered(let identity, let document): document.object(identity)
        case .nested(let font): font
        }
    }
}

/// What names of glyphs and of fonts tell.
enum GlyphName {
    /// Whether a name says which character its glyph is: `A`, `comma`, `uni4E2D`, but neither `g12` nor `cid_3`.
    static func tells(_ name: String) -> Bool {
        let stem = stem(of: name)
        if stem.isEmpty { return name == ".notdef" }
        return !stem.contains(where: \.isNumeral) || isNumbered(name)
    }

    /// Whether a name gives the number of its character.
    static func isNumbered(_ name: String) -> Bool {
        let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
        return numbered.contains { prefix, digits in
            guard stem.starts(with: prefix), case let rest = stem.dropFirst(prefix.count), digits.contains(rest.count)
            else { return false }
            return rest.allSatisfy { PDFName.hexDigit($0) != nil }
        }
    }

    /// The part before the first full stop. By scalars: a font has hundreds of names.
    private static func stem(of name: String) -> Substring.UnicodeScalarView {
        name.unicodeScalars.prefix { $0 != "." }
    }

    /// Names of the Adobe Glyph List with digits in them, and how many these are.
    private static let numbered: [([UInt8], ClosedRange<Int>)] = [
        ("uni", 4...64), ("u", 4...6), ("afii", 5...5), ("H", 5...5), ("SF", 6...6),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Fonts whose private characters are known signs, such as the boxes and bullets of Wingdings.
    static func isSymbolFont(_ name: String) -> Bool {
        let folded = name.lowercased()
        return ["wingdings", "webdings", "symbol", "dingbats"].contains { folded.contains($0) }
    }

    static func isChineseFont(_ name: String) -> Bool {
        let folded = name.lowercased()
        return chineseFamilies.contains { folded.contains($0) }
    }

    private static let chineseFamilies = [
        "simsun", "simhei", "fangsong", "kaiti", "nsimsun", "mingliu", "yahei", "dengxian", "stsong", "stheiti",
        "stkaiti",
        "wenquanyi", "sourcehan", "notosanscjk", "notoserifcjk", "fzxbs", "fzfs", "fzss", "fzkt", "fzht", "宋", "黑", "仿",
        "楷",
    ]
}

extension Unicode.Scalar {
    fileprivate var isNumeral: Bool { isASCII ? ("0"..."9").contains(self) : properties.numericType != nil }
}
