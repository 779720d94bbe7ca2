import Foundation
import PageImage
import TestSupport

@testable import PictureFiles

/// Small picture files.
enum Pictures {
    /// 16 by 8, 72 dpi: the left half red, the right half white.
    static let jpeg = bytes(
        """
        /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBD
        AQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIABADAREAAhEBAxEB/8QAHwAAAQUB
        AQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJico
        KSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ
        2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMi
        MoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOk
        paanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD4vr+Uz/fw/rMr+rD/AADP/9k=
        """)

    /// 2 by 1, 200 dpi: an opaque red pixel and a black one that is not seen.
    static let png = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAACXBIWXMAAB7CAAAewgFu0HU+AAAAD0lEQVR42mP4z8AARAwMAAz8Af/lhqjSAAAAAElFTkSuQmCC
        """)

    /// 2 by 1, black and white of 16 bits.
    static let deepPNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAAAAACB2fwVAAAACXBIWXMAAB7CAAAewgFu0HU+AAAADUlEQVR42mNgYPj/HwADAgH/OSkZvgAAAABJRU5ErkJggg==
        """)

    /// 60,000 by 60,000 in a hundred bytes.
    static let hugePNG = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgAQAAAACoqUjvAAAACXBIWXMAAB7CAAAewgFu0HU+AAAAHklEQVR42u3BgQAAAADDoPlTH+AKVQEAAAAAAABwBh1NAAH6DOhAAAAAAElFTkSuQmCC
        """)

    /// Three by two pixels that all differ.
    static let gray = GrayImage(width: 3, height: 2, pixels: [0, 40, 80, 120, 160, 200])

    static func tiff(_ change: (inout TIFFFile.Page) -> Void = { _ in }) -> [UInt8] {
        var page = TIFFFile.Page(gray)
        change(&page)
        return TIFFFile([page]).bytes
    }

    /// The JPEG file with a block of Exif in front.
    static func jpeg(exif block: [UInt8]) -> [UInt8] {
        let segment = Array("Exif\0\0".utf8) + block
        let length = segment.count + 2
        return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + segment + jpeg[2...]
    }

    /// A block that says how the camera was held, big end first.
    static func exif(orientation: UInt8) -> [UInt8] {
        Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    }

    static func file<Result>(_ bytes: [UInt8], _ body: (PictureFile) throws -> Result) throws -> Result {
        try bytes.withUnsafeBytes { try body(try PictureFile($0)) }
    }

    private static func bytes(_ base64: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: base64.filter { !$0.isWhitespace }) ?? Data())
    }
}

extension ColorImage {
    /// A pixel's colours: red, green, blue.
    func rgb(_ x: Int, _ y: Int) -> [UInt8] {
        let start = 4 * (y * width + x)
        return [pixels[start + 2], pixels[start + 1], pixels[start]]
    }
}
