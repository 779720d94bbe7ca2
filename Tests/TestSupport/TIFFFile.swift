package import PageImage

/// A TIFF file written out by hand: gray pages of eight bits, not compressed, little end first.
package struct TIFFFile {
    package struct Page {
        package var image: GrayImage
        package var orientation = 1
        /// Pixels per inch.
        package var resolution = 200
        /// 1 for a thumbnail.
        package var kind = 0
        /// What the file says, which need not be so.
        package var claimedSize: (width: Int, height: Int)?

        package init(_ image: GrayImage) { self.image = image }
    }

    package var pages: [Page]

    package init(_ pages: [Page]) { self.pages = pages }

    package var bytes: [UInt8] {
        var out: [UInt8] = Array("II".utf8) + Self.short(42) + Self.long(0)
        // Where the place of the next directory is to be written.
        var link = 4
        for page in pages {
            let pixels = out.count
            out += page.image.pixels
            if out.count % 2 == 1 { out.append(0) }
            let resolution = out.count
            out += Self.long(page.resolution) + Self.long(1)
            out.replaceSubrange(link..<link + 4, with: Self.long(out.count))
            let (width, height) = page.claimedSize ?? (page.image.width, page.image.height)
            let entries: [(tag: Int, type: Int, value: Int)] = [
                (254, 4, page.kind), (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1),
                (273, 4, pixels), (274, 3, page.orientation), (277, 3, 1), (278, 4, height),
                (279, 4, page.image.pixels.count), (282, 5, resolution), (283, 5, resolution), (296, 3, 2),
            ]
            out += Self.short(entries.count)
            for entry in entries {
                out += Self.short(entry.tag) + Self.short(entry.type) + Self.long(1) + Self.long(entry.value)
            }
            link = out.count
            out += Self.long(0)
        }
        return out
    }

    private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

    private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16 & 0xFFFF) }
}
