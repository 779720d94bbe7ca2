internal import CPoppler
internal import PageModel

/// One character as Poppler hands it out.
struct StyledGlyph {
    var scalar: Unicode.Scalar
    var box: Rect
    /// Index into `PopplerText.styles`.
    var style: Int
    /// Poppler ended a line before this glyph.
    var startsLine: Bool
    /// Poppler saw a space before this glyph, on the same line.
    var followsSpace: Bool
}

/// The text pass of one page: characters in Poppler's reading order, with their styles.
struct PopplerText {
    var glyphs: [StyledGlyph] = []
    var styles: [TextStyle] = []
}

extension StyledGlyph {
    /// Reads the characters, boxes and styles of a page.
    ///
    /// Poppler gives as many boxes as Unicode scalars; should they ever differ, the shorter count holds.
    static func read(_ page: OpaquePointer, isRightToLeft: Bool) -> PopplerText {
        var text = PopplerText()
        guard let (characters, boxes, count, selected) = selection(of: page, isRightToLeft: isRightToLeft)
        else { return text }
        defer {
            g_free(characters)
            g_free(boxes)
        }

        var area = selected
        let attributes = poppler_page_get_text_attributes_for_area(page, &area)
        defer { poppler_page_free_text_attributes(attributes) }
        var styleAt = StyleCursor(attributes)

        text.glyphs.reserveCapacity(count)
        var startsLine = true
        var followsSpace = false
        var index = 0
        let utf8 = UnsafeBufferPointer(
            start: UnsafeRawPointer(characters).assumingMemoryBound(to: UInt8.self), count: strlen(characters))
        var order = RightToLeftWords(utf8, boxes: count)
        var decoder = UTF8()
        var iterator = utf8.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if order.isMark(scalar, in: &text.glyphs) { continue }
            guard index < count else { break }
            defer { index += 1 }
            if scalar == "\n" || scalar == "\u{0C}" {
                startsLine = true
                followsSpace = false
                continue
            }
            if scalar.isZeroWidth { continue }
            if scalar.isInkless {
                followsSpace = true
                continue
            }
            let box = boxes[index]
            guard box.x1.isFinite, box.y1.isFinite, box.x2.isFinite, box.y2.isFinite else { continue }
            if scalar.isSoftHyphen, box.x1 == box.x2 || box.y1 == box.y2 { continue }
            text.glyphs.append(
                StyledGlyph(
                    scalar: scalar, box: Rect(x0: box.x1, y0: box.y1, x1: box.x2, y1: box.y2),
                    style: styleAt.style(at: index, in: &text.styles), startsLine: startsLine,
                    followsSpace: followsSpace && !startsLine))
            order.append(scalar)
            startsLine = false
            followsSpace = false
        }
        return text
    }
}

extension StyledGlyph {
    /// What Poppler selects of a page: its text and the boxes of the characters, which must both be freed.
    private typealias Selection = (
        characters: UnsafeMutablePointer<CChar>, boxes: UnsafeMutablePointer<PopplerRectangle>, count: Int,
        area: PopplerRectangle
    )

    /// The whole page.
    ///
    /// Of a page that is written from right to left Poppler selects all only from the right corner to the left.
    private static func selection(of page: OpaquePointer, isRightToLeft: Bool) -> Selection? {
        let plain = selection(of: page, isMirrored: false)
        guard isRightToLeft, let mirrored = selection(of: page, isMirrored: true) else { return plain }
        guard let plain else { return mirrored }
        let isMore = mirrored.count > plain.count
        g_free(isMore ? plain.characters : mirrored.characters)
        g_free(isMore ? plain.boxes : mirrored.boxes)
        return isMore ? mirrored : plain
    }

    private static func selection(of page: OpaquePointer, isMirrored: Bool) -> Selection? {
        var size = (width: 0.0, height: 0.0)
        poppler_page_get_size(page, &size.width, &size.height)
        var area = PopplerRectangle(
            x1: isMirrored ? size.width : 0, y1: 0, x2: isMirrored ? 0 : size.width, y2: size.height)
        guard let characters = poppler_page_get_text_for_area(page, &area) else { return nil }
        var boxes: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        if characters.pointee != 0, poppler_page_get_text_layout_for_area(page, &area, &boxes, &count) != 0, let boxes {
            return (characters, boxes, Int(count), area)
        }
        g_free(characters)
        return nil
    }
}

/// Brings the characters of right-to-left words under the boxes in which they stand.
///
/// Poppler wraps such a word in marks of direction, which have no boxes, and gives its characters in the order of reading
/// but its boxes from left to right.
private struct RightToLeftWords {
    private let hasMarks: Bool
    /// Whether each mark takes a box like a character.
    private let marksHaveBoxes: Bool
    private var depth = 0
    private var word = String.UnicodeScalarView()

    init(_ utf8: UnsafeBufferPointer<UInt8>, boxes: Int) {
        // All marks begin with these two bytes.
        hasMarks = zip(utf8, utf8.dropFirst()).contains { $0 == 0xE2 && $1 == 0x80 }
        let scalars = hasMarks ? utf8.count { $0 & 0xC0 != 0x80 } : 0
        marksHaveBoxes = scalars <= boxes
    }

    /// Whether the character is a mark of direction without a box; the one that ends a word sets its glyphs right.
    mutating func isMark(_ scalar: Unicode.Scalar, in glyphs: inout [StyledGlyph]) -> Bool {
        guard hasMarks, !marksHaveBoxes, (0x202A...0x202E).contains(scalar.value) else { return false }
        if scalar.value != 0x202C {
            depth += 1
        } else {
            depth -= 1
            if depth <= 0 { finish(&glyphs) }
        }
        return true
    }

    mutating func append(_ scalar: Unicode.Scalar) { if depth > 0 { word.append(scalar) } }

    private mutating func finish(_ glyphs: inout [StyledGlyph]) {
        depth = 0
        for (index, scalar) in zip(glyphs.indices.suffix(word.count), ReadingDirection.visual(word)) {
            glyphs[index].scalar = scalar
        }
        word.removeAll()
    }
}

extension PopplerText {
    /// From the page's own unit to points.
    mutating func scale(by unit: Double) {
        for index in glyphs.indices { glyphs[index].box = glyphs[index].box.scaled(by: unit) }
        for index in styles.indices { styles[index].size *= unit }
    }

    /// Brings the boxes of fonts with a false height down to the size that the characters' widths tell.
    ///
    /// A Type 3 font has no ascent and descent, and its size may be any figure: Poppler's boxes then reach over the
    /// lines above and below. Chinese characters are as wide as the font is high.
    mutating func settleHeights() {
        var widest = [Double](repeating: 0, count: styles.count)
        var height = [Double](repeating: 0, count: styles.count)
        for glyph in glyphs where glyph.scalar.isIdeograph {
            widest[glyph.style] = max(widest[glyph.style], glyph.box.width)
            height[glyph.style] = max(height[glyph.style], glyph.box.height)
        }
        let falseStyles = Set(styles.indices.filter { widest[$0] > 0 && height[$0] > 1.7 * widest[$0] })
        guard !falseStyles.isEmpty else { return }
        for index in glyphs.indices where falseStyles.contains(glyphs[index].style) {
            let box = glyphs[index].box
            let em = widest[glyphs[index].style]
            // Poppler puts the baseline of such a font at this part of its box.
            let baseline = box.y1 - 0.22 * box.height
            glyphs[index].box = Rect(x0: box.x0, y0: baseline - 0.9 * em, x1: box.x1, y1: baseline + 0.15 * em)
        }
        for index in falseStyles { styles[index].size = widest[index] }
    }
}

extension Unicode.Scalar {
    /// A place where a word may be broken, which has ink only where it is.
    fileprivate var isSoftHyphen: Bool { value == 0xAD }

    /// Neither ink nor a space: zero-width spaces and joiners, direction marks, marks of variants, the byte order mark.
    var isZeroWidth: Bool {
        switch value {
        case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0x034F, 0x180E, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    /// White space and control characters.
    fileprivate var isInkless: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

/// Walks Poppler's list of attribute ranges along with the characters.
private struct StyleCursor {
    private var node: UnsafeMutablePointer<GList>?
    private var current = -1
    private var known: [TextStyle: Int] = [:]

    init(_ list: UnsafeMutablePointer<GList>?) { node = list }

    /// The number of the style that holds at character `index`; indexes must not decrease between calls.
    mutating func style(at index: Int, in styles: inout [TextStyle]) -> Int {
        while let here = node {
            let attributes = here.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
            if index > Int(attributes.end_index) {
                node = here.pointee.next
                current = -1
                continue
            }
            if current < 0 { current = number(of: attributes, in: &styles) }
            return current
        }
        return number(of: TextStyle(font: "", size: 0, color: .black), in: &styles)
    }

    private mutating func number(of attributes: PopplerTextAttributes, in styles: inout [TextStyle]) -> Int {
        let channel = { (value: guint16) in UInt8(value >> 8) }
        let style = TextStyle(
            font: attributes.font_name.map { String(cString: $0) } ?? "", size: attributes.font_size,
            color: RGB(
                red: channel(attributes.color.red), green: channel(attributes.color.green),
                blue: channel(attributes.color.blue)))
        return number(of: style, in: &styles)
    }

    private mutating func number(of style: TextStyle, in styles: inout [TextStyle]) -> Int {
        if let number = known[style] { return number }
        styles.append(style)
        known[style] = styles.count - 1
        return styles.count - 1
    }
}
