internal import CPoppler
internal import PageModel

/// Pictures of pages, rendered by Poppler through cairo.
enum PageRaster {
    /// The page in gray, on white paper; nil when it would be too large or cairo fails.
    ///
    /// - Parameter dpi: Dots per inch; lowered where the page would have more than 40 million pixels.
    static func render(_ page: OpaquePointer, width: Double, height: Double, dpi: Double) -> GrayImage? {
        let largest = 40_000_000.0
        let wanted = width * height * (dpi / 72) * (dpi / 72)
        let scale = dpi / 72 * (wanted > largest ? (largest / wanted).squareRoot() : 1)
        let pixelWidth = Int32((width * scale).rounded(.up))
        let pixelHeight = Int32((height * scale).rounded(.up))
        guard pixelWidth > 0, pixelHeight > 0 else { return nil }
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixelWidth, pixelHeight) else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { return nil }
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        poppler_page_render(page, context)
        cairo_surface_flush(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else { return nil }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels: [UInt8] = []
        pixels.reserveCapacity(Int(pixelWidth) * Int(pixelHeight))
        for row in 0..<Int(pixelHeight) {
            let line = data + row * stride
            for column in 0..<Int(pixelWidth) {
                // RGB24 in memory, little-endian: blue, green, red, unused. Weights after Rec. 601.
                let blue = Int(line[4 * column])
                let green = Int(line[4 * column + 1])
                let red = Int(line[4 * column + 2])
                let luminance = (299 * red + 587 * green + 114 * blue) / 1000
                pixels.append(UInt8(luminance))
            }
        }
        return GrayImage(width: Int(pixelWidth), height: Int(pixelHeight), pixels: pixels)
    }
}
