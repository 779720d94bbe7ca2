internal import PageModel

/// What a filled path looks like: boxes, and how many of its segments are no straight lines along an axis.
struct FilledShapes {
    /// Areas, lines and dots alike; a box may have no width or no height.
    var boxes: [Rect] = []
    var curveCount = 0
}

extension FilledShapes {
    private struct Subpath {
        var box: Rect
        var signedArea = 0.0
        var isAxisParallel = true
        var curves = 0
        var slants = 0
        var range: Range<Int>

        var isDegenerate: Bool { box.width < 1e-6 || box.height < 1e-6 }

        /// Part of the box that the shape covers.
        var coverage: Double { box.area > 0 ? abs(signedArea) / box.area : 1 }

        var isBox: Bool { isAxisParallel && coverage > 0.98 }
    }

    init(filling path: PathBuffer, evenOdd: Bool, settings: GraphicsSettings) {
        var plain: [Subpath] = []
        var bent: [Subpath] = []
        path.forEachSubpath { range in
            guard range.count > 1 else { return }
            let subpath = Self.measure(path.elements, range, settings)
            curveCount += subpath.curves + subpath.slants
            if subpath.isAxisParallel {
                if subpath.isBox || subpath.isDegenerate { plain.append(subpath) } else { bent.append(subpath) }
            } else if let box = Self.box(ofSlanted: subpath, settings) {
                boxes.append(box)
            }
        }
        let count = plain.count + bent.count
        if count <= settings.regionSubpaths, count > 1 || !bent.isEmpty {
            Self.dropCoveredHairlines(&plain)
            if !bent.isEmpty || Self.interact(plain, evenOdd: evenOdd) {
                let solid = (plain + bent).filter { !$0.isDegenerate }
                let region = RectilinearRegion(
                    polygons: solid.map { Array(path.elements[$0.range]) }, evenOdd: evenOdd)
                boxes += region.boxes(thinSide: settings.thinSide)
                boxes += plain.lazy.filter(\.isDegenerate).map(\.box)
                return
            }
        }
        boxes.reserveCapacity(boxes.count + plain.count)
        for subpath in plain { boxes.append(subpath.box) }
        // Too many to work out: the sides of what is no box still show as lines.
        for subpath in bent { boxes.append(subpath.box) }
    }

    private static func measure(
        _ elements: ContiguousArray<PathBuffer.Element>, _ range: Range<Int>, _ settings: GraphicsSettings
    ) -> Subpath {
        let first = elements[range.lowerBound]
        var x0 = first.x
        var x1 = first.x
        var y0 = first.y
        var y1 = first.y
        var area = 0.0
        var curves = 0
        var slants = 0
        var previous = first
        for index in range.dropFirst() {
            let element = elements[index]
            x0 = min(x0, element.x)
            x1 = max(x1, element.x)
            y0 = min(y0, element.y)
            y1 = max(y1, element.y)
            // Relative to the first point, so that the terms stay small.
            area += (previous.x - first.x) * (element.y - first.y) - (element.x - first.x) * (previous.y - first.y)
            if element.kind == .curve {
                curves += 1
            } else if !settings.isAxisParallel(element.x - previous.x, element.y - previous.y) {
                slants += 1
            }
            previous = element
        }
        if previous.kind != .close, !settings.isAxisParallel(first.x - previous.x, first.y - previous.y) { slants += 1 }
        var subpath = Subpath(box: Rect(x0: x0, y0: y0, x1: x1, y1: y1), range: range)
        subpath.signedArea = area / 2
        subpath.isAxisParallel = curves == 0 && slants == 0
        subpath.curves = curves
        subpath.slants = slants
        return subpath
    }

    private static func box(ofSlanted subpath: Subpath, _ settings: GraphicsSettings) -> Rect? {
        let box = subpath.box
        let long = max(box.width, box.height)
        let short = min(box.width, box.height)
        if long <= settings.thinSide { return box }
        if subpath.curves > 0 { return subpath.coverage >= settings.curvedCoverage ? box : nil }
        let isThin = short <= settings.thinSide && long >= settings.thinRatio * short
        return subpath.coverage >= (isThin ? settings.slantedCoverage : settings.curvedCoverage) ? box : nil
    }

    /// WeasyPrint puts rectangles without height along the edge of others; alone, such a rectangle is a hairline.
    private static func dropCoveredHairlines(_ subpaths: inout [Subpath]) {
        guard subpaths.contains(where: \.isDegenerate) else { return }
        let solid = subpaths.filter { !$0.isDegenerate }.map { $0.box.expandedBy(0.01) }
        subpaths.removeAll { subpath in subpath.isDegenerate && solid.contains { $0.contains(subpath.box) } }
    }

    /// Whether the filled part is anything but the boxes one by one.
    private static func interact(_ subpaths: [Subpath], evenOdd: Bool) -> Bool {
        let solid = subpaths.filter { !$0.isDegenerate }
        let mixed = solid.contains { $0.signedArea > 0 } && solid.contains { $0.signedArea < 0 }
        guard evenOdd || mixed else { return false }
        for (index, one) in solid.enumerated() {
            for other in solid[(index + 1)...]
            where one.box.horizontalOverlap(other.box) > 0 && one.box.verticalOverlap(other.box) > 0 {
                return true
            }
        }
        return false
    }
}

extension GraphicsSettings {
    /// Whether a segment runs along an axis, or has no length.
    func isAxisParallel(_ dx: Double, _ dy: Double) -> Bool {
        let long = max(abs(dx), abs(dy))
        return min(abs(dx), abs(dy)) <= max(straightness, slopeTolerance * long)
    }
}
