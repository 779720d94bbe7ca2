internal import PageModel

extension PopplerText {
    /// Makes one character of a glyph that its font maps to a radical and the character ("⼦子").
    ///
    /// Poppler gives each of the two half of the glyph's width.
    mutating func joinRadicals() {
        guard glyphs.contains(where: { $0.scalar.isRadical }) else { return }
        var joined: [StyledGlyph] = []
        joined.reserveCapacity(glyphs.count)
        for glyph in glyphs {
            guard let last = joined.last, last.isHalf(of: glyph) else {
                joined.append(glyph)
                continue
            }
            if last.scalar.isRadical { joined[joined.count - 1].scalar = glyph.scalar }
            joined[joined.count - 1].box = last.box.union(glyph.box)
        }
        glyphs = joined
    }

    /// Writes raised small digits after a figure as superscripts: a footnote's mark is no digit of the figure.
    mutating func raiseFootnoteMarks() {
        guard styles.count > 1 else { return }
        var base: StyledGlyph?
        for index in glyphs.indices {
            let glyph = glyphs[index]
            if let base, glyph.isRaised(over: base), let raised = glyph.scalar.superscript {
                glyphs[index].scalar = raised
                glyphs[index].followsSpace = false
            } else {
                base = glyph.scalar.superscript == nil ? nil : glyph
            }
        }
    }
}

extension StyledGlyph {
    /// Whether the two are one glyph's radical and character.
    fileprivate func isHalf(of next: StyledGlyph) -> Bool {
        guard scalar.isRadical != next.scalar.isRadical, style == next.style, !next.startsLine, !next.followsSpace
        else { return false }
        let isPair = scalar.isIdeograph || next.scalar.isIdeograph
        let same = 0.05 * box.height
        return isPair && abs(box.width - next.box.width) <= same && abs(box.x1 - next.box.x0) <= same
            && box.width + next.box.width <= 1.3 * box.height
    }

    /// Whether the glyph is a small one whose foot stands well above that of the figure it follows.
    fileprivate func isRaised(over base: StyledGlyph) -> Bool {
        box.height <= 0.75 * base.box.height && base.box.y1 - box.y1 >= 0.25 * base.box.height
            && box.midY >= base.box.y0 - 0.3 * base.box.height
            && box.x0 >= base.box.midX && box.x0 - base.box.x1 <= 0.8 * base.box.height
    }
}

extension Unicode.Scalar {
    fileprivate var isRadical: Bool { (0x2E80...0x2FD5).contains(value) }

    fileprivate var superscript: Unicode.Scalar? {
        guard (0x30...0x39).contains(value) else { return nil }
        let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return digits[Int(value - 0x30)]
    }
}
