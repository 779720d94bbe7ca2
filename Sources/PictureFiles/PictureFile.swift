internal import CPictures
package import PageImage

/// A file of one picture, or of several pages in the case of TIFF: what it says of them is known before any is decoded.
///
/// Its bytes have to stay alive as long as it does.
package struct PictureFile {
    /// Of the first pages; no real scan has more.
    package static let mostPages = 10_000

    private let bytes: UnsafeRawBufferPointer
    private let kind: PictureKind
    private let places: [zb_tiff_page]
    /// In the order of the file, at least one.
    package let pages: [PictureHeader]

    /// - Throws: `undecodable` for what is no picture or says nothing of its size; `tooManyPages`.
    package init(_ bytes: UnsafeRawBufferPointer) throws(PictureError) {
        guard let kind = PictureKind(bytes) else { throw .undecodable }
        self.bytes = bytes
        self.kind = kind
        let reader = ByteReader(bytes: bytes)
        switch kind {
        case .jpeg: (places, pages) = ([], PictureHeader(jpeg: reader).map { [$0] } ?? [])
        case .png: (places, pages) = ([], PictureHeader(png: reader).map { [$0] } ?? [])
        case .tiff:
            places = try Self.tiffPages(bytes)
            pages = places.map { PictureHeader($0) }
        }
        guard !pages.isEmpty else { throw .undecodable }
    }

    private static func tiffPages(_ bytes: UnsafeRawBufferPointer) throws(PictureError) -> [zb_tiff_page] {
        // One more tells that there are too many.
        let most = mostPages + 1
        let places = [zb_tiff_page](unsafeUninitializedCapacity: most) { target, filled in
            filled = max(0, Int(zb_tiff_pages(bytes.bytes, bytes.count, target.baseAddress, Int32(most))))
        }
        guard places.count < most else { throw .tooManyPages(most: mostPages) }
        return places
    }

    /// A page as it is to be seen.
    package struct Picture {
        package var image: ColorImage
        /// Some of it is missing or damaged.
        package var isPartial: Bool
    }

    /// Decodes a page and turns it upright; JPEG pictures of too many pixels come smaller.
    ///
    /// - Parameter index: From 0.
    /// - Throws: `tooLarge` before anything is decoded, `undecodable`.
    package func decoded(_ index: Int) throws(PictureError) -> Picture {
        let header = pages[index]
        let (width, height, divisor) = try size(of: header)
        var end = ZB_PICTURE_FAILED.rawValue
        let count = width * height * Self.bytesPerPixel
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            guard let start = target.baseAddress else { return }
            // What is not decoded is paper.
            target.initialize(repeating: UInt8.max)
            end = decode(index, divisor, width, height, start)
            filled = count
        }
        guard end != ZB_PICTURE_FAILED.rawValue else { throw .undecodable }
        return Picture(
            image: ColorImage(width: width, height: height, pixels: pixels).upright(header.orientation),
            isPartial: end == ZB_PICTURE_PARTIAL.rawValue)
    }

    private static let bytesPerPixel = 4

    /// The sides of what is decoded, and by what those of the file are divided.
    private func size(of header: PictureHeader) throws(PictureError) -> (width: Int, height: Int, divisor: Int) {
        for divisor in kind == .jpeg ? [1, 2, 4, 8] : [1] {
            let width = (header.width + divisor - 1) / divisor
            let height = (header.height + divisor - 1) / divisor
            if width <= ColorImage.mostPixels / height { return (width, height, divisor) }
        }
        throw .tooLarge(width: header.width, height: header.height)
    }

    private func decode(
        _ index: Int, _ divisor: Int, _ width: Int, _ height: Int, _ pixels: UnsafeMutablePointer<UInt8>
    ) -> UInt32 {
        let (start, count) = (bytes.bytes, bytes.count)
        let end =
            switch kind {
            case .jpeg: zb_jpeg_decode(start, count, Int32(divisor), Int32(width), Int32(height), pixels)
            case .png: zb_png_decode(start, count, Int32(width), Int32(height), pixels)
            case .tiff: withUnsafePointer(to: places[index]) { zb_tiff_decode(start, count, $0, pixels) }
            }
        return UInt32(end)
    }
}

extension PictureHeader {
    fileprivate init(_ page: zb_tiff_page) {
        // Of a page without a size nothing can be decoded.
        self.init(width: max(1, Int(page.width)), height: max(1, Int(page.height)))
        orientation = PictureOrientation(rawValue: Int(page.orientation)) ?? .upright
        resolution = PictureResolution(across: page.across, down: page.down)
        isGray = page.is_gray != 0
    }
}

extension UnsafeRawBufferPointer {
    fileprivate var bytes: UnsafePointer<UInt8>? { bindMemory(to: UInt8.self).baseAddress }
}
