/// Where a detection model sees text on a page: whole lines, sometimes across the gap between two columns.
package struct TextAreas {
    private let boxes: [PixelBox]
    private let index: BoxIndex

    /// - Parameter boxes: Pixels.
    package init(_ boxes: [PixelBox]) {
        self.boxes = boxes
        index = BoxIndex(boxes, side: 64)
    }

    /// Whether half of the ink's box or more lies in one of them.
    package func hold(_ ink: PixelBox) -> Bool {
        index.near(ink, reach: 0).contains { place in
            2 * max(0, boxes[place].overlapX(ink)) * max(0, boxes[place].overlapY(ink)) >= ink.width * ink.height
        }
    }
}
