internal import PageImage

/// How a stored picture lies, by the numbers of Exif and TIFF.
package enum PictureOrientation: Int, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case flipped = 4
    /// Mirrored along the diagonal from the top left.
    case transposed = 5
    /// To be turned clockwise.
    case clockwise = 6
    /// Mirrored along the other diagonal.
    case transversed = 7
    case counterclockwise = 8

    /// Whether width and height are exchanged.
    package var swapsSides: Bool { rawValue >= PictureOrientation.transposed.rawValue }
}

extension ColorImage {
    /// The picture as it is to be seen.
    func upright(_ orientation: PictureOrientation) -> ColorImage {
        guard orientation != .upright else { return self }
        let (width, height) = (width, height)
        let newWidth = orientation.swapsSides ? height : width
        let newHeight = orientation.swapsSides ? width : height
        let upright = [UInt8](unsafeUninitializedCapacity: pixels.count) { target, filled in
            pixels.withUnsafeBytes { source in
                let source = source.bindMemory(to: UInt32.self)
                target.withMemoryRebound(to: UInt32.self) { target in
                    for y in 0..<height {
                        for x in 0..<width {
                            let (right, below) = (width - 1 - x, height - 1 - y)
                            let place =
                                switch orientation {
                                case .upright: (x, y)
                                case .mirrored: (right, y)
                                case .upsideDown: (right, below)
                                case .flipped: (x, below)
                                case .transposed: (y, x)
                                case .clockwise: (below, x)
                                case .transversed: (below, right)
                                case .counterclockwise: (y, right)
                                }
                            target[place.1 * newWidth + place.0] = source[y * width + x]
                        }
                    }
                }
            }
            filled = pixels.count
        }
        return ColorImage(width: newWidth, height: newHeight, pixels: upright)
    }
}
