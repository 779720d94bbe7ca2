package import PageModel

/// The one image that a page consists of, such as a scanner's: nothing else shows.
package struct PaintedSheet: Hashable, Sendable {
    /// Of the image in the file.
    package var object: ObjectID
    /// How the stored image is turned clockwise on the page as displayed.
    package var turn: QuarterTurn

    package init(object: ObjectID, turn: QuarterTurn) {
        self.object = object
        self.turn = turn
    }
}

/// Number and generation of an object of a PDF file.
package struct ObjectID: Hashable, Sendable {
    package var number: Int
    package var generation: Int

    package init(number: Int, generation: Int) {
        self.number = number
        self.generation = generation
    }
}

extension PaintedSheet {
    /// How far, in points, the image may miss the edge of the page.
    private static let margin = 0.75

    /// - Parameters:
    ///   - matrix: From the unit square, in which the image stands upright with y up, to page space.
    ///   - visible: What the clip leaves of its box.
    ///   - page: The page as displayed.
    /// - Returns: nil for an image that is mirrored or slanted, leaves a part of the page free or reaches over its edge.
    init?(_ object: ObjectID, matrix: Matrix, visible: Rect, page: Rect) {
        let box = matrix.apply(Rect(x0: 0, y0: 0, x1: 1, y1: 1))
        guard visible.expandedBy(Self.margin).contains(page), page.expandedBy(Self.margin).contains(box) else {
            return nil
        }
        let lies = abs(matrix.a) < Self.margin && abs(matrix.d) < Self.margin
        guard lies || abs(matrix.b) < Self.margin && abs(matrix.c) < Self.margin else { return nil }
        switch lies ? (matrix.b > 0, matrix.c > 0) : (matrix.a > 0, matrix.d < 0) {
        case (true, true): turn = lies ? .clockwise : .none
        case (false, false): turn = lies ? .counterclockwise : .half
        default: return nil
        }
        self.object = object
    }
}
