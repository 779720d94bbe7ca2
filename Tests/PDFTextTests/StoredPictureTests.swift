import PageImage
import PageModel
import Testing

@testable import PDFText

/// Pages of 200 by 100 points that consist of one image.
@Suite struct StoredPictureTests {
    private func file(content: String, page: String = "", image: String, data: String) -> [UInt8] {
        var text = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        text += "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>> endobj\n"
        text += "3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>"
        text += "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>\(page)>> endobj\n"
        text += "4 0 obj <</Length \(content.utf8.count)>> stream\n\(content)\nendstream endobj\n"
        text += "5 0 obj <</Subtype/Image\(image)/Filter/ASCIIHexDecode/Length \(data.utf8.count)>> stream\n\(data)\n"
        return Array((text + "endstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n").utf8)
    }

    private func picture(_ bytes: [UInt8]) throws -> StoredPicture? {
        try bytes.withUnsafeBytes {
            let reader = try OperatorReader(bytes: $0, name: "a.pdf")
            return try reader.graphics(page: 1).sheet.flatMap { reader.picture(of: $0) }
        }
    }

    private let gray = "/Width 4/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"
    private let shades = "00408000FF20FFFF>"
    private let filling = "q 200 0 0 100 0 0 cm /I Do Q"

    private func grayPixels(_ picture: StoredPicture?) -> [UInt8]? {
        guard case .gray(let image)? = picture?.pixels else { return nil }
        return image.pixels
    }

    @Test func grayImageComesPixelForPixel() throws {
        let picture = try picture(file(content: filling, image: gray, data: shades))
        #expect(grayPixels(picture) == [0x00, 0x40, 0x80, 0x00, 0xFF, 0x20, 0xFF, 0xFF])
        #expect(picture?.turn == QuarterTurn.none)
    }

    @Test func blackAndWhiteImageMayBeInverted() throws {
        // Rows of ten pixels begin at a byte of their own.
        let image = "/Width 10/Height 2/BitsPerComponent 1/ColorSpace/DeviceGray"
        let rows: [[UInt8]] = [[255, 0, 0, 0, 0, 0, 0, 0, 0, 255], [0, 255, 0, 0, 0, 0, 0, 0, 0, 0]]
        #expect(grayPixels(try picture(file(content: filling, image: image, data: "80404000>"))) == rows.flatMap { $0 })
        let inverted = try picture(file(content: filling, image: image + "/Decode[1 0]", data: "80404000>"))
        #expect(grayPixels(inverted) == rows.flatMap { $0 }.map { 255 - $0 })
    }

    @Test func colorsKeepTheirChannels() throws {
        let image = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"
        guard case .color(let color)? = try picture(file(content: filling, image: image, data: "C81E0A>"))?.pixels
        else {
            Issue.record("The image has no colours.")
            return
        }
        // Blue, green, red, unused.
        #expect(color.pixels == [0x0A, 0x1E, 0xC8, 0])
    }

    @Test func turnIsThatOnThePageAsDisplayed() throws {
        // The image's x axis runs up the page, so it was turned to the left.
        let left = "q 0 100 -200 0 200 0 cm /I Do Q"
        #expect(try picture(file(content: left, image: gray, data: shades))?.turn == .counterclockwise)
        // A page that is displayed turned to the right puts it straight.
        #expect(
            try picture(file(content: left, page: "/Rotate 90", image: gray, data: shades))?.turn == QuarterTurn.none)
        #expect(
            try picture(file(content: "q -200 0 0 -100 200 100 cm /I Do Q", image: gray, data: shades))?.turn == .half)
    }

    @Test(arguments: [
        ("mirrored", "q -200 0 0 100 200 0 cm /I Do Q"), ("slanted", "q 198 8 -4 98 2 0 cm /I Do Q"),
        ("with a margin", "q 180 0 0 90 10 5 cm /I Do Q"), ("cut", "10 0 190 100 re W n q 200 0 0 100 0 0 cm /I Do Q"),
        ("larger than the page", "q 300 0 0 150 0 0 cm /I Do Q"),
        ("under a line", "q 200 0 0 100 0 0 cm /I Do Q 10 10 m 90 10 l S"),
        ("under a bar", "q 200 0 0 100 0 0 cm /I Do Q 10 10 50 50 re f"),
        ("under words", "q 200 0 0 100 0 0 cm /I Do Q BT /F 9 Tf 20 20 Td (7) Tj ET"),
    ])
    func anImageThatIsNotAllOfThePageMustBeDrawn(how: String, content: String) throws {
        #expect(try picture(file(content: content, image: gray, data: shades)) == nil, "\(how)")
    }

    @Test func aHiddenLayerIsNotSeen() throws {
        let content = "BT /F 9 Tf 20 20 Td (7) Tj ET " + filling + " BT 3 Tr /F 9 Tf 20 20 Td (7) Tj ET"
        #expect(try picture(file(content: content, image: gray, data: shades)) != nil)
    }

    @Test(arguments: [
        "/Width 4/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 5 0 R",
        "/Width 4/Height 2/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1 <000000FFFFFF>]",
        "/Width 4/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Decode[0 .5]",
        "/Width 4/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray",
        "/Width 1/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray",
        "/Width 100000000/Height 100000000/BitsPerComponent 8/ColorSpace/DeviceGray",
    ])
    func otherCodingMustBeDrawn(image: String) throws {
        #expect(try picture(file(content: filling, image: image, data: shades)) == nil)
    }
}
