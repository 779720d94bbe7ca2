extension PageContent {
    /// The same page on paper of another size.
    ///
    /// - Parameter factor: More than 0; multiplies all coordinates and sizes.
    public func scaled(by factor: Double) -> PageContent {
        var page = self
        page.width *= factor
        page.height *= factor
        page.runs = runs.map { run in
            var copy = run
            copy.glyphs = run.glyphs.map { Glyph(scalar: $0.scalar, box: $0.box.scaled(by: factor)) }
            copy.box = run.box.scaled(by: factor)
            copy.style.size *= factor
            return copy
        }
        page.rulings = rulings.map { line in
            var copy = line
            copy.position *= factor
            copy.start *= factor
            copy.end *= factor
            copy.thickness *= factor
            return copy
        }
        page.fills = fills.map { FilledArea(box: $0.box.scaled(by: factor), color: $0.color) }
        page.images = images.map {
            PlacedImage(box: $0.box.scaled(by: factor), pixelWidth: $0.pixelWidth, pixelHeight: $0.pixelHeight)
        }
        page.skew.center = Point(x: skew.center.x * factor, y: skew.center.y * factor)
        return page
    }
}

extension Rect {
    /// The box with all coordinates multiplied.
    public func scaled(by factor: Double) -> Rect {
        Rect(x0: x0 * factor, y0: y0 * factor, x1: x1 * factor, y1: y1 * factor)
    }
}
