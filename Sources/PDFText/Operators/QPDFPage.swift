internal import PageModel

/// A page's boxes, contents, resources and annotations.
struct QPDFPage {
    let object: QPDFObject

    /// Levels of the page tree that inherited values are sought in.
    private static let treeDepth = 50
    /// US Letter, where a page has no usable box.
    private static let fallbackBox = Rect(x0: 0, y0: 0, x1: 612, y1: 792)
    /// A larger unit is taken for nonsense.
    private static let largestUnit = 1000.0
    /// Longest side of a page in points; larger boxes are taken for nonsense.
    private static let largestSide = 200_000.0

    func inherited(_ key: String) -> QPDFObject? {
        var node: QPDFObject? = object
        for _ in 0..<Self.treeDepth {
            guard let current = node else { return nil }
            if let value = current[key] { return value }
            node = current["/Parent"]
        }
        return nil
    }

    /// The part of the media box that is shown, in user space.
    var visibleBox: Rect {
        var media = inherited("/MediaBox")?.rectangle ?? Self.fallbackBox
        if !(media.area > 0 && max(media.width, media.height) <= Self.largestSide) { media = Self.fallbackBox }
        guard let crop = inherited("/CropBox")?.rectangle, let both = crop.intersection(media), both.area > 0 else {
            return media
        }
        return both
    }

    var rotation: QuarterTurn {
        guard let degrees = inherited("/Rotate")?.number, abs(degrees) < 1e6 else { return .none }
        return QuarterTurn(rawValue: (Int(degrees) % 360 + 360) % 360) ?? .none
    }

    /// Points per unit of the page's coordinates; large drawings have more than 1.
    var userUnit: Double {
        guard let unit = object["/UserUnit"]?.number, unit > 0, unit <= Self.largestUnit else { return 1 }
        return unit
    }

    func resources(forms: FormCache) -> QPDFResources? {
        inherited("/Resources").map { QPDFResources($0, forms: forms) }
    }

    /// Empty for a page without contents, nil for contents of which nothing can be decoded.
    func content(limit: Int) -> (bytes: ContentBytes, isWhole: Bool)? {
        guard let contents = object["/Contents"] else { return (ContentBytes(copying: []), true) }
        if contents.isStream { return contents.decoded(limit: limit).map { ($0, true) } }
        let parts = (0..<contents.count).map { contents[$0] }.filter(\.isStream)
        if parts.isEmpty { return (ContentBytes(copying: []), true) }
        let decoded = parts.compactMap { $0.decoded(limit: limit) }
        if decoded.isEmpty { return nil }
        let isWhole = decoded.count == parts.count
        if decoded.count == 1 { return (decoded[0], isWhole) }
        // Tokens never run across the parts.
        var joined: [UInt8] = []
        joined.reserveCapacity(decoded.reduce(0) { $0 + $1.buffer.count + 1 })
        for part in decoded {
            joined.append(contentsOf: part.buffer)
            joined.append(0x0A)
        }
        return (ContentBytes(copying: joined), isWhole)
    }
}
