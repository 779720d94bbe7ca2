package import PageImage
package import PageModel

/// An image as it is stored in the file, pixel for pixel: not resampled, not colour-managed.
package struct StoredPicture {
    package enum Pixels {
        case gray(GrayImage)
        case color(ColorImage)
    }

    /// As stored.
    package let pixels: Pixels
    /// How it is turned clockwise on the page.
    package let turn: QuarterTurn

    /// In pixels, after the turn.
    package var widthOnPage: Int {
        let size =
            switch pixels {
            case .gray(let image): (image.width, image.height)
            case .color(let image): (image.width, image.height)
            }
        return turn.isUpright ? size.0 : size.1
    }

    /// A picture that is its page, upright.
    init(_ pixels: Pixels) {
        self.pixels = pixels
        turn = .none
    }

    /// - Parameter limit: Of the encoded bytes.
    /// - Returns: nil for what is not plain gray or RGB of 8 bits or black and white, or cannot be decoded here: fax,
    ///   JBIG2 and JPEG 2000 coding, palettes, inks.
    init?(_ object: QPDFObject, turn: QuarterTurn, limit: Int) {
        guard let width = object["/Width"]?.number.flatMap(Int.init(exactly:)),
            let height = object["/Height"]?.number.flatMap(Int.init(exactly:)),
            let bits = object["/BitsPerComponent"]?.number.flatMap(Int.init(exactly:)),
            width > 0, height > 0, width <= ColorImage.mostPixels / height,
            let components = Self.components(of: object["/ColorSpace"]), bits == 8 || bits == 1 && components == 1,
            let isInverted = Self.isInverted(object["/Decode"], components: components),
            Self.hasPlainCoding(object["/DecodeParms"]),
            let content = object.decoded(limit: limit, pictures: true)
        else { return nil }
        defer { withExtendedLifetime(content) {} }
        let bytes = content.buffer
        let size = (width * components * bits + 7) / 8 * height
        // A JPEG file may have more components than the image says.
        guard bytes.count >= size, bytes.count < 2 * size else { return nil }
        self.turn = turn
        switch (bits, components) {
        case (1, _):
            pixels = .gray(Self.bilevel(bytes, width: width, height: height, isInverted: isInverted))
        case (_, 1):
            let gray = isInverted ? bytes.prefix(width * height).map { 255 - $0 } : Array(bytes.prefix(width * height))
            pixels = .gray(GrayImage(width: width, height: height, pixels: gray))
        default:
            guard !isInverted else { return nil }
            pixels = .color(Self.color(bytes, width: width, height: height))
        }
    }

    /// Number of components of a gray or RGB colour space; nil for others.
    private static func components(of space: QPDFObject?) -> Int? {
        guard let space, let name = space.name ?? (space.count > 0 ? space[0].name : nil) else { return nil }
        switch name {
        case "/DeviceGray", "/CalGray", "/G": return 1
        case "/DeviceRGB", "/CalRGB", "/RGB": return 3
        case "/ICCBased":
            let count = space.count > 1 ? space[1]["/N"]?.number : nil
            return count == 1 ? 1 : count == 3 ? 3 : nil
        default: return nil
        }
    }

    /// Whether a JPEG file says itself how its colours are coded.
    private static func hasPlainCoding(_ parameters: QPDFObject?) -> Bool {
        guard let parameters else { return true }
        return parameters["/ColorTransform"] == nil
            && (0..<parameters.count).allSatisfy { parameters[$0]["/ColorTransform"] == nil }
    }

    /// Whether the values are stored upside down; nil for other ranges.
    private static func isInverted(_ decode: QPDFObject?, components: Int) -> Bool? {
        guard let decode else { return false }
        guard let range = decode.numbers(2 * components) else { return nil }
        if range == (0..<2 * components).map({ Double($0 % 2) }) { return false }
        return range == (0..<2 * components).map { Double(1 - $0 % 2) } ? true : nil
    }

    private static func bilevel(
        _ bytes: UnsafeBufferPointer<UInt8>, width: Int, height: Int, isInverted: Bool
    ) -> GrayImage {
        let rowLength = (width + 7) / 8
        let flip: UInt8 = isInverted ? 0xFF : 0
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { target, filled in
            for y in 0..<height {
                for x in 0..<width {
                    let byte = bytes[y * rowLength + x / 8] ^ flip
                    target[y * width + x] = byte & (0x80 >> UInt8(x % 8)) != 0 ? 255 : 0
                }
            }
            filled = width * height
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    private static func color(_ bytes: UnsafeBufferPointer<UInt8>, width: Int, height: Int) -> ColorImage {
        let pixels = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { target, filled in
            for index in 0..<width * height {
                target[4 * index] = bytes[3 * index + 2]
                target[4 * index + 1] = bytes[3 * index + 1]
                target[4 * index + 2] = bytes[3 * index]
                target[4 * index + 3] = 0
            }
            filled = 4 * width * height
        }
        return ColorImage(width: width, height: height, pixels: pixels)
    }
}

extension OperatorReader {
    /// The pixels of an image that is all that shows on its page, as displayed.
    ///
    /// - Returns: nil where its coding or its colours need a renderer.
    func picture(of sheet: PaintedSheet) -> StoredPicture? {
        defer { document.releaseObjects() }
        return StoredPicture(document.object(sheet.object), turn: sheet.turn, limit: settings.encodedBytesPerStream)
    }
}
