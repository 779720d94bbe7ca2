internal import PageModel

/// A group of touching pixels of ink.
package struct InkComponent: Hashable {
    package var box: PixelBox
    package var area: Int

    package init(box: PixelBox, area: Int) {
        self.box = box
        self.area = area
    }

    /// Mean brightness of its pixels, 0…255.
    package var level: Double { Double(brightness) / Double(max(area, 1)) }
    fileprivate var brightness = 0

    package var width: Int { box.x1 - box.x0 }
    package var height: Int { box.y1 - box.y0 }
}

extension InkMask {
    /// The groups of pixels that touch, corners included, by the order of their topmost pixels.
    ///
    /// - Complexity: O(pixels).
    /// - Parameter image: The picture that the mask was made of.
    package func components(of image: GrayImage) -> [InkComponent] {
        struct Run {
            var start: Int
            var end: Int
            var group: Int
        }
        var groups = DisjointSets()
        var parts: [InkComponent] = []
        var above: [Run] = []
        var current: [Run] = []
        isInk.withUnsafeBufferPointer { isInk in
            for y in 0..<height {
                let base = y * width
                current.removeAll(keepingCapacity: true)
                var first = 0
                var x = 0
                while x < width {
                    guard isInk[base + x] else {
                        x += 1
                        continue
                    }
                    let start = x
                    while x < width, isInk[base + x] { x += 1 }
                    while first < above.count, above[first].end < start { first += 1 }
                    var group = -1
                    var index = first
                    while index < above.count, above[index].start <= x {
                        let other = groups.root(of: above[index].group)
                        if group < 0 { group = other } else { groups.attach(other, to: group) }
                        index += 1
                    }
                    if group < 0 {
                        group = groups.add()
                        parts.append(InkComponent(box: PixelBox(x0: start, y0: y, x1: x, y1: y + 1), area: 0))
                    }
                    parts[group].box.x0 = min(parts[group].box.x0, start)
                    parts[group].box.x1 = max(parts[group].box.x1, x)
                    parts[group].box.y1 = y + 1
                    parts[group].area += x - start
                    for place in (base + start)..<(base + x) { parts[group].brightness += Int(image.pixels[place]) }
                    current.append(Run(start: start, end: x, group: group))
                }
                swap(&above, &current)
            }
        }
        for group in parts.indices where !groups.isRoot(group) {
            let target = groups.root(of: group)
            parts[target].box = parts[target].box.union(parts[group].box)
            parts[target].area += parts[group].area
            parts[target].brightness += parts[group].brightness
        }
        return parts.indices.filter { groups.isRoot($0) }.map { parts[$0] }
    }
}

extension PixelBox {
    package var midX: Int { (x0 + x1) / 2 }
    package var midY: Int { (y0 + y1) / 2 }

    package func union(_ other: PixelBox) -> PixelBox {
        PixelBox(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }

    /// Length of the common part of the x ranges; negative where they are apart.
    package func overlapX(_ other: PixelBox) -> Int { min(x1, other.x1) - max(x0, other.x0) }

    /// Length of the common part of the y ranges; negative where they are apart.
    package func overlapY(_ other: PixelBox) -> Int { min(y1, other.y1) - max(y0, other.y0) }
}
