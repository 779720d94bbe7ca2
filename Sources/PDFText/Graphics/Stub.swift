internal import PageModel

struct PageGraphics {
    var rulings: [RulingLine] = []
    var fills: [FilledArea] = []
    var images: [PlacedImage] = []
    var curveCount = 0
    var shows: [TextShow] = []
}
struct TextShow {
    var origin: Point
    var angle: QuarterTurn?
    var angleDegrees: Double
    var isInvisible: Bool
    var isClipped: Bool
    var color: RGB
    var size: Double
}
struct GrayImage {
    var width: Int
    var height: Int
    var pixels: [UInt8]
}
enum PixelRulings { static func find(in: GrayImage, pointsPerPixel: Double) -> [RulingLine] { [] } }
final class OperatorReader {
    init(bytes: UnsafeRawBufferPointer, name: String, password: String?) throws(PDFError) {}
    func graphics(page: Int) throws(PDFError) -> PageGraphics { PageGraphics() }
}
