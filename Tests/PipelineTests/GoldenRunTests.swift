import PDFText
import PageModel
import Pipeline
import Testing

@testable import Export

extension Documents {
    /// The text stage: runs, ruling lines, filled areas and images of each page.
    @Suite struct GoldenRunTests {
        @Test(arguments: GoldenCase.all)
        func runsAgreeWithTheStoredOnes(_ golden: GoldenCase) throws {
            let document = try SourceDocument(
                file: InputFile.path(golden.path).read(), name: golden.file, password: nil)
            var dump = ""
            for number in 1...document.pageCount { dump += try document.page(number).content.dump }
            try Golden.expect(dump, agreesWith: golden, stage: "runs")
        }
    }
}

extension PageContent {
    /// One line for each thing on the page, top to bottom, then left to right.
    fileprivate var dump: String {
        var lines: [(box: Rect, text: String)] = runs.map { run in
            let turn = run.rotation == .none ? "" : " turned \(run.rotation.rawValue)"
            let decoration = run.isDecoration ? " decoration" : ""
            return (
                run.box,
                "run \(run.box.dump) \(run.style.font) \(run.style.size.dump) \(run.style.color.hex)\(turn)\(decoration)"
                    + " \(run.text)"
            )
        }
        lines += rulings.map { line in
            let dashed = line.isDashed ? " dashed" : ""
            return (
                line.box, "\(line.axis) rule \(line.box.dump) thick \(line.thickness.dump) \(line.origin)\(dashed)"
            )
        }
        lines += fills.map { ($0.box, "fill \($0.box.dump) \($0.color.hex)") }
        lines += images.map { ($0.box, "image \($0.box.dump) \($0.pixelWidth) x \($0.pixelHeight)") }
        let sorted = lines.sorted { ($0.box.y0, $0.box.x0, $0.text) < ($1.box.y0, $1.box.x0, $1.text) }
        return "page \(number) \(width.dump) x \(height.dump)\n" + sorted.map { $0.text + "\n" }.joined()
    }
}
