internal import PageModel

/// Codes of a font that draw nothing, such as its space, as far as the font says so in a way that is quickly read.
///
/// Looks into the font when first asked; a reference, so that the answer is kept.
final class BlankGlyphs {
    private let document: QPDFDocument
    private let identity: ObjectID
    private var codes: Set<Int>?

    /// Longest font file that is read, in bytes before decoding.
    private static let longestFile = 32 << 20

    /// - Returns: nil for a font that stands inside another object: it cannot be found again.
    init?(_ font: QPDFObject) {
        guard let identity = font.identity else { return nil }
        document = font.document
        self.identity = identity
    }

    func contains(_ code: Int) -> Bool {
        if let codes { return codes.contains(code) }
        let font = document.object(identity)
        let found = font["/Subtype"]?.name == "/Type3" ? Self.drawn(font) : Self.outlines(font)
        codes = found
        return found.contains(code)
    }

    /// Of a Type 3 font: procedures that paint nothing.
    private static func drawn(_ font: QPDFObject) -> Set<Int> {
        guard let procedures = font["/CharProcs"] else { return [] }
        return Set(
            NamedCodes.differences(in: font["/Encoding"]).filter { _, name in
                procedures["/" + name].map { !paints($0) } ?? true
            }.map(\.key))
    }

    private static func paints(_ procedure: QPDFObject) -> Bool {
        guard let content = procedure.decoded(limit: longestFile) else { return true }
        var scanner = ContentScanner(content.buffer)
        while true {
            switch scanner.next() {
            case .operator:
                switch ContentOperator(rawValue: scanner.operatorCode) {
                case .fill, .fillOld, .fillEvenOdd, .stroke, .closeStroke, .fillStroke, .fillStrokeEvenOdd,
                    .closeFillStroke, .closeFillStrokeEvenOdd, .object, .inlineImage, .show, .showArray:
                    return true
                default: break
                }
            case .end: return false
            default: break
            }
        }
    }

    /// Of an embedded TrueType font whose codes are the numbers of its glyphs: outlines of no length.
    private static func outlines(_ font: QPDFObject) -> Set<Int> {
        guard let descendants = font["/DescendantFonts"], descendants.count > 0, case let descendant = descendants[0],
            descendant["/CIDToGIDMap"]?.isStream != true,
            let file = descendant["/FontDescriptor"]?["/FontFile2"]?.decoded(limit: longestFile)
        else { return [] }
        return TrueTypeTables(file.buffer).emptyGlyphs
    }
}

/// The few tables of a TrueType file that tell which glyphs have outlines.
private struct TrueTypeTables {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Sizes and places in the file's directory of tables (OpenType specification).
    private enum Layout {
        static let directory = 12
        static let entry = 16
        static let offsetInEntry = 8
        static let lengthInEntry = 12
        static let locationFormat = 50
        static let mostTables = 64
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var emptyGlyphs: Set<Int> {
        guard let locations = table("loca"), let head = table("head"),
            let format = number(at: head.lowerBound + Layout.locationFormat, bytes: 2)
        else { return [] }
        let width = format == 0 ? 2 : 4
        var empty: Set<Int> = []
        var last = number(at: locations.lowerBound, bytes: width)
        for (glyph, place) in stride(from: locations.lowerBound + width, to: locations.upperBound, by: width)
            .enumerated()
        {
            let next = number(at: place, bytes: width)
            if next != nil, next == last { empty.insert(glyph) }
            last = next
        }
        return empty
    }

    private func table(_ name: String) -> Range<Int>? {
        let count = min(number(at: 4, bytes: 2) ?? 0, Layout.mostTables)
        for entry in (0..<count).map({ Layout.directory + $0 * Layout.entry }) {
            guard entry + Layout.entry <= bytes.count else { return nil }
            guard bytes[entry..<(entry + 4)].elementsEqual(name.utf8),
                let offset = number(at: entry + Layout.offsetInEntry, bytes: 4),
                let length = number(at: entry + Layout.lengthInEntry, bytes: 4), offset + length <= bytes.count
            else { continue }
            return offset..<(offset + length)
        }
        return nil
    }

    private func number(at place: Int, bytes count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
    }
}
