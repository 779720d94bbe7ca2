internal import PageImage

/// What a picture says of itself before it is decoded.
package struct PictureHeader: Hashable, Sendable {
    /// Of the pixels as stored; at least 1.
    package var width: Int
    package var height: Int
    package var orientation = PictureOrientation.upright
    /// Pixels per inch as stored; nil where it does not say.
    package var resolution: PictureResolution?
    package var isGray = false
}

/// Pixels per inch.
package struct PictureResolution: Hashable, Sendable {
    package var across: Double
    package var down: Double

    /// Nil for what is no resolution.
    init?(across: Double, down: Double) {
        guard across.isFinite, down.isFinite, across > 0, down > 0 else { return nil }
        (self.across, self.down) = (across, down)
    }
}

extension PictureHeader {
    private static let centimetresPerInch = 2.54
    private static let metresPerInch = 0.0254

    /// - Parameter file: A JPEG file.
    /// - Returns: Nil where no size is found.
    init?(jpeg file: ByteReader) {
        var size: (width: Int, height: Int, components: Int)?
        var resolution: PictureResolution?
        var exif: ExifTags?
        var offset = 2
        // From marker to marker; the picture itself begins at the start of a scan.
        while size == nil, file.byte(offset) == 0xFF, let marker = file.byte(offset + 1) {
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard let length = file.short(offset + 2), length >= 2 else { break }
            let segment = file.part(from: offset + 4, count: length - 2)
            switch marker {
            // Starts of frames, but for tables and extensions among their numbers.
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard let height = segment.short(1), let width = segment.short(3), let count = segment.byte(5) else {
                    return nil
                }
                size = (width, height, count)
            case 0xE0 where segment.starts(with: "JFIF\0", at: 0): resolution = Self.jfif(segment)
            case 0xE1 where segment.starts(with: "Exif\0\0", at: 0):
                exif = exif ?? ExifTags(segment.part(from: 6, count: segment.bytes.count))
            default: break
            }
            offset += 2 + length
        }
        guard let size, size.width > 0, size.height > 0 else { return nil }
        self.init(width: size.width, height: size.height)
        self.resolution = exif?.resolution ?? resolution
        orientation = exif?.orientation ?? .upright
        isGray = size.components == 1
    }

    private static func jfif(_ segment: ByteReader) -> PictureResolution? {
        guard let unit = segment.byte(7), let across = segment.short(8), let down = segment.short(10) else {
            return nil
        }
        switch unit {
        case 1: return PictureResolution(across: Double(across), down: Double(down))
        case 2:
            return PictureResolution(
                across: Double(across) * centimetresPerInch, down: Double(down) * centimetresPerInch)
        default: return nil
        }
    }

    /// - Parameter file: A PNG file.
    /// - Returns: Nil where no size is found.
    init?(png file: ByteReader) {
        guard file.starts(with: "IHDR", at: 12), let width = file.long(16), let height = file.long(20),
            let colors = file.byte(25), width > 0, height > 0, max(width, height) <= Int(Int32.max)
        else { return nil }
        self.init(width: width, height: height)
        // Gray, with or without what is transparent.
        isGray = colors == 0 || colors == 4
        var offset = 8
        while let length = file.long(offset), !file.starts(with: "IDAT", at: offset + 4) {
            let chunk = file.part(from: offset + 8, count: length)
            if file.starts(with: "pHYs", at: offset + 4), chunk.byte(8) == 1, let across = chunk.long(0),
                let down = chunk.long(4)
            {
                resolution = PictureResolution(
                    across: Double(across) * Self.metresPerInch, down: Double(down) * Self.metresPerInch)
            }
            if file.starts(with: "eXIf", at: offset + 4) {
                orientation = ExifTags(chunk)?.orientation ?? .upright
            }
            offset += 12 + length
        }
    }
}
