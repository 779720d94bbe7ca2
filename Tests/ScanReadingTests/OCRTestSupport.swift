import Foundation
import PDFText
import PageImage
import PageModel
import TestSupport

@testable import ScanReading

/// A page of a corpus PDF as a picture, and the text that stands in the file at each place.
struct PrintedPage {
    let image: GrayImage
    /// Text and where it stands, in pixels.
    var lines: [(text: String, box: PixelBox)] = []

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameter name: Of a file in corpus/.
    init(_ name: String, page: Int = 1, dpi: Int = 200) throws {
        let path = Self.root.appending(path: "corpus/\(name)").path
        image = try Self.rendered(path, page: page, dpi: dpi)
        let document = try PDFDocument(file: try FileBytes(path: path), name: name)
        let scale = Double(dpi) / 72
        for run in try document.page(page).content.runs {
            // As a reader of scans cuts lines: with a little room above and below.
            let room = run.box.height * 0.05
            let box = PixelBox(
                x0: max(Int((run.box.x0 - 2 * room) * scale), 0), y0: max(Int((run.box.y0 - room) * scale), 0),
                x1: min(Int((run.box.x1 + 2 * room) * scale) + 1, image.width),
                y1: min(Int((run.box.y1 + room) * scale) + 1, image.height))
            lines.append((run.text, box))
        }
    }

    func picture(of box: PixelBox) -> GrayImage {
        let rows = (box.y0..<box.y1).flatMap { row in
            image.pixels[(row * image.width + box.x0)..<(row * image.width + box.x1)]
        }
        return GrayImage(width: box.width, height: box.height, pixels: rows)
    }

    private static func rendered(_ path: String, page: Int, dpi: Int) throws -> GrayImage {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdftoppm", "-gray", "-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        // "P5 width height 255" and one white space before the pixels.
        let head = data.prefix(40).split(maxSplits: 4) { $0 <= 32 }.prefix(4).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard head.count == 4, let width = Int(head[1]), let height = Int(head[2]) else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return GrayImage(width: width, height: height, pixels: Array(data.suffix(width * height)))
    }
}

/// Texts as they are compared: without spaces, wide and narrow forms alike.
func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
}

extension LineRepair {
    /// The reading of one line repaired.
    func mended(_ reading: LineReading, crop: GrayImage, em: Double = 40) -> LineReading {
        repaired(ReadLine(reading: reading, crop: crop, em: em))
    }
}

extension Canvas {
    mutating func openingBracket(at x: Double) {
        stroke([(x + 8, 4), (x + 2, 13), (x + 2, 27), (x + 8, 36)])
    }

    mutating func closingBracket(at x: Double) {
        stroke([(x + 2, 4), (x + 8, 13), (x + 8, 27), (x + 2, 36)])
    }

    mutating func lessOrEqual(at x: Double, bars: Int = 1) {
        stroke([(x + 26, 6), (x + 2, 14), (x + 26, 22)])
        for bar in 0..<bars { stroke([(x + 2, 28 + 6 * Double(bar)), (x + 26, 28 + 6 * Double(bar))]) }
    }
}
