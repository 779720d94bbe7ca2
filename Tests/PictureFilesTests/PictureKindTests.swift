import TestSupport
import Testing

@testable import PictureFiles

@Suite struct PictureKindTests {
    @Test func aKindIsToldByHowAFileBegins() {
        let kinds = [Pictures.jpeg, Pictures.png, Pictures.tiff(), Array("%PDF-1.7".utf8), []].map { bytes in
            bytes.withUnsafeBytes { PictureKind($0) }
        }
        #expect(kinds == [.jpeg, .png, .tiff, nil, nil])
    }
}
