import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Bulk
@testable import PageImage

extension Bulk {
    /// Pictures in the place of PDFs.
    @Suite struct PictureInputTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// Draws the first page of a scan.
        private func draw(_ options: [String], as name: String) throws {
            let scan = Corpus.path("scan-approval-2025.200dpi-gray.pdf")
            try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
            let arguments =
                ["-r", "200", "-f", "1", "-singlefile", "-l", "1"] + options + [scan, folder.path("in/\(name)")]
            _ = try output(of: "/usr/bin/pdftoppm", arguments)
        }

        /// A page of a portable graymap.
        private func graymap(_ path: String) throws -> GrayImage {
            let data = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let head = data.split(separator: UInt8(ascii: "\n"), maxSplits: 3)
            let size = String(decoding: head[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
            return GrayImage(width: size[0], height: size[1], pixels: Array(data.suffix(size[0] * size[1])))
        }

        @Test func aPictureGivesTheRecordsOfItsScan() throws {
            try draw(["-jpeg"], as: "a")
            try draw(["-png"], as: "b")
            try draw(["-gray"], as: "c")
            // Two pages, the second lying on its side as the file says.
            let page = try graymap(folder.path("in/c.pgm"))
            var turned = TIFFFile.Page(page.turned(.counterclockwise))
            turned.orientation = 6
            try folder.write(Data(TIFFFile([.init(page), turned]).bytes), as: "in/d.TIFF")
            unlink(folder.path("in/c.pgm"))
            let scan = Corpus.path("scan-approval-2025.200dpi-gray.pdf")
            let wanted = try Program.run(["convert", scan, "--pages", "1"]).text.split(separator: "\n").count
            #expect(wanted > 5)
            let run = try BulkResult([folder.path("in")], to: out)
            #expect(run.summary.counts.inputs == 3)
            #expect(try run.codes().isEmpty)
            var counts: [String: Int] = [:]
            for line in try BulkResult.lines(run.files[.indicators]) {
                let source = line["source"] as? [String: Any]
                #expect(source?["text_source"] as? String == "ocr")
                counts[URL(filePath: source?["file"] as? String ?? "").lastPathComponent, default: 0] += 1
            }
            #expect(counts == ["a.jpg": wanted, "b.png": wanted, "d.TIFF": 2 * wanted])
        }

        @Test func hostilePicturesAreFailuresAndTheOthersAreConverted() throws {
            let good = try folder.addDocuments(1)
            var bomb = TIFFFile.Page(GrayImage(width: 1, height: 1, pixels: [0]))
            bomb.claimedSize = (1_000_000, 1_000_000)
            try folder.write(Data(TIFFFile([bomb]).bytes), as: "in/bomb.tif")
            try folder.write(Data([0xFF, 0xD8, 0xFF, 0xE0]), as: "in/cut.jpg")
            try folder.write(Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), as: "in/cut.png")
            try folder.write(Data("<html>".utf8), as: "in/page.png")
            let run = try BulkResult([good], to: out)
            #expect(
                try run.codes() == [
                    "bomb.tif": "unreadable", "cut.jpg": "damaged", "cut.png": "damaged", "page.png": "not_pdf",
                ])
            #expect(run.summary.counts.forms == 1)
        }

        @Test func theOtherCommandsTakePicturesToo() throws {
            try draw(["-jpeg"], as: "a")
            let path = folder.path("in/a.jpg")
            #expect(try Program.run(["runs", path]).text.contains("\"text\":"))
            #expect(try Program.run(["tables", path]).status == 0)
            #expect(try Program.run(["inspect", path, "--out", folder.path("a.html")]).status == 0)
            let page = try String(contentsOfFile: folder.path("a.html"), encoding: .utf8)
            #expect(page.contains("data:image/png;base64,"))
        }
    }
}
