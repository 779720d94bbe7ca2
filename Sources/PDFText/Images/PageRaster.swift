internal import CPoppler
package import PageImage
internal import PageModel

/// Pictures of pages, rendered by Poppler through cairo.
package enum PageRaster {
    /// The page in gray, on white paper; nil when it would be too large or cairo fails.
    ///
    /// - Parameters:
    ///   - dpi: Dots per inch; lowered where the page would have more than 40 million pixels.
    ///   - unit: Points per unit of the page's own coordinates; width and height are in points.
    package static func render(
        _ page: OpaquePointer, width: Double, height: Double, dpi: Double, unit: Double = 1
    ) -> GrayImage? {
        withSurface(of: page, width: width, height: height, dpi: dpi, unit: unit) { gray($0) } ?? nil
    }

    /// The page in colour, on white paper; nil as for `render`.
    package static func color(
        _ page: OpaquePointer, width: Double, height: Double, dpi: Double, unit: Double = 1
    ) -> ColorImage? {
        withSurface(of: page, width: width, height: height, dpi: dpi, unit: unit) { colors($0) } ?? nil
    }

    /// The page in colour as a PNG file, on white paper; nil when cairo fails.
    ///
    /// - Parameter dpi: As for `render`.
    package static func png(
        _ page: OpaquePointer, width: Double, height: Double, dpi: Double, unit: Double = 1
    ) -> [UInt8]? {
        withSurface(of: page, width: width, height: height, dpi: dpi, unit: unit) { png(of: $0) } ?? nil
    }

    /// A picture of cairo's as a PNG file; nil when cairo fails.
    package static func png(of surface: OpaquePointer) -> [UInt8]? {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { target in
            cairo_surface_write_to_png_stream(
                surface,
                { closure, data, count in
                    guard let data, let target = closure?.assumingMemoryBound(to: [UInt8].self) else {
                        return CAIRO_STATUS_WRITE_ERROR
                    }
                    target.pointee.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, target)
        }
        return status == CAIRO_STATUS_SUCCESS ? bytes : nil
    }

    /// A picture drawn as large as a page of the given size; nil when cairo fails.
    ///
    /// - Parameter dpi: As for `render`.
    static func color(_ image: ColorImage, width: Double, height: Double, dpi: Double) -> ColorImage? {
        drawn(image, width: width, height: height, dpi: dpi) { colors($0) } ?? nil
    }

    /// The same as a PNG file.
    static func png(_ image: ColorImage, width: Double, height: Double, dpi: Double) -> [UInt8]? {
        drawn(image, width: width, height: height, dpi: dpi) { png(of: $0) } ?? nil
    }

    private static func drawn<Result>(
        _ image: ColorImage, width: Double, height: Double, dpi: Double, _ body: (OpaquePointer) -> Result
    ) -> Result? {
        guard image.width > 0, image.height > 0,
            let picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height))
        else { return nil }
        defer { cairo_surface_destroy(picture) }
        guard let data = cairo_image_surface_get_data(picture) else { return nil }
        let (rowLength, stride) = (4 * image.width, Int(cairo_image_surface_get_stride(picture)))
        image.pixels.withUnsafeBufferPointer { pixels in
            guard let start = pixels.baseAddress else { return }
            for row in 0..<image.height {
                (data + row * stride).update(from: start + row * rowLength, count: rowLength)
            }
        }
        cairo_surface_mark_dirty(picture)
        return withSurface(width: width, height: height, dpi: dpi) { context in
            cairo_scale(context, width / Double(image.width), height / Double(image.height))
            cairo_set_source_surface(context, picture, 0, 0)
            // Each pixel a mean of those under it.
            cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
            cairo_paint(context)
        } body: {
            body($0)
        }
    }

    /// Draws the page and hands out the surface, which is gone afterwards; nil when it cannot be made.
    private static func withSurface<Result>(
        of page: OpaquePointer, width: Double, height: Double, dpi: Double, unit: Double,
        _ body: (OpaquePointer) -> Result
    ) -> Result? {
        withSurface(width: width, height: height, dpi: dpi) { context in
            cairo_scale(context, unit, unit)
            poppler_page_render(page, context)
        } body: {
            body($0)
        }
    }

    /// - Parameters:
    ///   - draw: Draws in points on white paper.
    ///   - body: Gets the surface, which is gone afterwards.
    /// - Returns: Nil when it cannot be made.
    private static func withSurface<Result>(
        width: Double, height: Double, dpi: Double, draw: (OpaquePointer) -> Void, body: (OpaquePointer) -> Result
    ) -> Result? {
        let largest = Double(ColorImage.mostPixels)
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
        draw(context)
        cairo_surface_flush(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
        return body(surface)
    }

    private static func gray(_ surface: OpaquePointer) -> GrayImage? { colors(surface)?.gray() }

    private static func colors(_ surface: OpaquePointer) -> ColorImage? {
        guard let data = cairo_image_surface_get_data(surface) else { return nil }
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let pixels = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { target, filled in
            // RGB24 in memory, little-endian: blue, green, red, unused.
            for row in 0..<height {
                (target.baseAddress! + 4 * width * row).update(from: data + row * stride, count: 4 * width)
            }
            filled = 4 * width * height
        }
        return ColorImage(width: width, height: height, pixels: pixels)
    }
}
