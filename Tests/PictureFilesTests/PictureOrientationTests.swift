import PageImage
import TestSupport
import Testing

@testable import PictureFiles

/// The eight ways a picture can lie: stored as `abc / def`.
@Suite struct PictureOrientationTests {
    @Test(
        arguments: zip(
            1...8, ["abc/def", "cba/fed", "fed/cba", "def/abc", "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"]))
    func theyAllComeUpright(number: Int, seen: String) throws {
        let image = try Pictures.file(Pictures.tiff { $0.orientation = number }) { try $0.decoded(0).image.gray() }
        let letters = Dictionary(uniqueKeysWithValues: zip(Pictures.gray.pixels, "abcdef"))
        let rows = (0..<image.height).map { y in
            String((0..<image.width).compactMap { letters[image.pixels[y * image.width + $0]] })
        }
        #expect(rows.joined(separator: "/") == seen)
    }
}
