/// A box on a picture, in pixels from the top left; `x1` and `y1` lie just outside.
package struct PixelBox: Hashable, Sendable {
    package var x0: Int
    package var y0: Int
    package var x1: Int
    package var y1: Int

    package init(x0: Int, y0: Int, x1: Int, y1: Int) {
        self.x0 = x0
        self.y0 = y0
        self.x1 = x1
        self.y1 = y1
    }

    package var width: Int { x1 - x0 }
    package var height: Int { y1 - y0 }
}
