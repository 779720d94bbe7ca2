/// What a camera writes of how it was held, and a scanner of its resolution.
struct ExifTags {
    private(set) var orientation: PictureOrientation?
    private(set) var resolution: PictureResolution?

    private enum Tag {
        static let orientation = 0x112
        static let across = 0x11A
        static let down = 0x11B
        static let unit = 0x128
    }

    private static let entryLength = 12
    /// Of the unit of resolution.
    private static let centimetre = 3
    private static let centimetresPerInch = 2.54

    /// - Parameter block: From the mark of the order of bytes on.
    /// - Returns: Nil for what is no such block.
    init?(_ block: ByteReader) {
        var block = block
        switch block.short(0) {
        case 0x4949: block.isBigEndian = false
        case 0x4D4D: block.isBigEndian = true
        default: return nil
        }
        guard block.short(2) == 42, let start = block.long(4), let count = block.short(start) else { return nil }
        var (across, down, unit): (Double?, Double?, Int?) = (nil, nil, nil)
        for index in 0..<count {
            let entry = start + 2 + index * Self.entryLength
            guard let tag = block.short(entry) else { break }
            switch tag {
            case Tag.orientation: orientation = block.short(entry + 8).flatMap(PictureOrientation.init)
            case Tag.across: across = Self.fraction(block, block.long(entry + 8))
            case Tag.down: down = Self.fraction(block, block.long(entry + 8))
            case Tag.unit: unit = block.short(entry + 8)
            default: break
            }
        }
        let scale = unit == Self.centimetre ? Self.centimetresPerInch : 1
        if let across, let down { resolution = PictureResolution(across: across * scale, down: down * scale) }
    }

    private static func fraction(_ block: ByteReader, _ place: Int?) -> Double? {
        guard let place, let above = block.long(place), let below = block.long(place + 4), below > 0 else { return nil }
        return Double(above) / Double(below)
    }
}
