import PDFText
import PageModel
import Testing

@testable import ScanReading

@Suite struct OCRSettingsTests {
    private let settings = OCRSettings()

    private func image(dpi: Double, squeezed: Double = 1) -> PlacedImage {
        PlacedImage(
            box: Rect(x0: 0, y0: 0, x1: 595, y1: 842), pixelWidth: Int(595 / 72 * dpi * squeezed),
            pixelHeight: Int(842 / 72 * dpi))
    }

    @Test func aPictureOfTheRightSizeIsReadAsStored() {
        #expect(settings.readsAsStored(image(dpi: 200)))
        #expect(settings.readsAsStored(image(dpi: 300)))
        #expect(!settings.readsAsStored(image(dpi: 72)), "too coarse")
        #expect(!settings.readsAsStored(image(dpi: 600)), "too large")
        #expect(!settings.readsAsStored(image(dpi: 200, squeezed: 0.9)), "its pixels are no squares")
    }

    @Test func aPageOfOnePointAPixelIsTheSheetThatWasScanned() {
        #expect(settings.sheetFactor(width: 595, height: 842) == 1)
        #expect(settings.sheetFactor(width: 842, height: 1190) == 1)
        #expect(settings.sheetFactor(width: 1_785, height: 2_526) == 3)
        #expect(settings.sheetFactor(width: 119, height: 168) == 0.2)
        #expect(settings.sheetFactor(width: 0, height: 100) == 1)
    }
}
