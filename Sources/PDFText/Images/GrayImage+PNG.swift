internal import CPoppler
package import PageImage

extension GrayImage {
    /// The picture as a PNG file; nil when it is empty or cairo fails.
    package func png() -> [UInt8]? {
        guard width > 0, height > 0,
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard let data = cairo_image_surface_get_data(surface) else { return nil }
        let stride = Int(cairo_image_surface_get_stride(surface))
        for row in 0..<height {
            for column in 0..<width {
                let value = pixels[row * width + column]
                for color in 0..<3 { data[row * stride + 4 * column + color] = value }
            }
        }
        cairo_surface_mark_dirty(surface)
        return PageRaster.png(of: surface)
    }
}
