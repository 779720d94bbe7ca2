import PageImage
import PageModel

@testable import PDFText

/// Forms and images by name.
final class NamedObjects: ContentResources {
    var objects: [String: ExternalObject] = [:]
    var spaces: [String: ColorSpaceKind] = [:]
    var states: [String: ExtendedState] = [:]
    var fonts: [String: FontCodes] = [:]
    /// Property lists with a text of their own.
    var actualTexts: Set<String> = []

    func externalObject(_ name: UnsafeBufferPointer<UInt8>) -> ExternalObject {
        objects[String(decoding: name, as: UTF8.self)] ?? .unknown(isBroken: false)
    }

    func colorSpace(_ name: UnsafeBufferPointer<UInt8>) -> ColorSpaceKind {
        spaces[String(decoding: name, as: UTF8.self)] ?? .device
    }

    func extendedState(_ name: UnsafeBufferPointer<UInt8>) -> ExtendedState {
        states[String(decoding: name, as: UTF8.self)] ?? ExtendedState()
    }

    func font(_ name: UnsafeBufferPointer<UInt8>) -> FontCodes {
        fonts[String(decoding: name, as: UTF8.self)] ?? .whole
    }

    func hasActualText(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        actualTexts.contains(String(decoding: name, as: UTF8.self))
    }
}

/// What the operators draw on a page of 200 by 100 points whose user space has its origin at the bottom left.
func drawn(
    _ operators: String, resources: NamedObjects? = nil, settings: GraphicsSettings = GraphicsSettings()
) -> PageGraphics {
    var interpreter = ContentInterpreter(
        matrix: .page(box: Rect(x0: 0, y0: 0, x1: 200, y1: 100), rotation: .none), size: (200, 100), settings: settings)
    interpreter.run(ContentBytes(copying: Array(operators.utf8)), resources: resources)
    return interpreter.finished()
}

func form(_ operators: String, matrix: Matrix = .identity, box: Rect? = nil) -> ExternalObject {
    .form(FormContent(content: ContentBytes(copying: Array(operators.utf8)), matrix: matrix, box: box, resources: nil))
}

/// Pages of files written out by hand.
protocol ReadsOperators {}

extension ReadsOperators {
    /// A file of one page; qpdf finds the objects without a cross-reference table.
    func file(page: String, content: [String], objects: String = "") -> [UInt8] {
        var text = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        text += "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]/Rotate 90>> endobj\n"
        let streams = content.indices.map { "\(10 + $0) 0 R" }.joined(separator: " ")
        text += "3 0 obj <</Type/Page/Parent 2 0 R/Contents[\(streams)]\(page)>> endobj\n\(objects)\n"
        for (index, stream) in content.enumerated() {
            text += "\(10 + index) 0 obj <</Length \(stream.utf8.count)>> stream\n\(stream)\nendstream endobj\n"
        }
        return Array((text + "trailer <</Root 1 0 R>>\n%%EOF\n").utf8)
    }

    func read(_ bytes: [UInt8], page: Int = 1) throws -> PageGraphics {
        try bytes.withUnsafeBytes { try OperatorReader(bytes: $0, name: "a.pdf").graphics(page: page) }
    }
}
