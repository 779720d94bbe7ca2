internal import CQPDF

/// An element of an array as far as it is a number or a name.
enum QPDFElement: Hashable {
    case number(Double)
    /// With its slash.
    case name(String)
    case other

    var number: Double? { if case .number(let value) = self { value } else { nil } }
    var name: String? { if case .name(let value) = self { value } else { nil } }
}

extension QPDFObject {
    /// The elements of an array, none of any other object.
    ///
    /// qpdf writes the whole array out at once: asked for one by one, the elements of the long arrays of fonts cost
    /// several calls each, and every call makes an object of its own.
    var elements: [QPDFElement] { written() ?? (0..<count).map { self[$0].element } }

    private var element: QPDFElement { number.map { .number($0) } ?? name.map { .name($0) } ?? .other }

    /// The elements as qpdf writes them; nil for an array with elements that stand elsewhere in the file.
    private func written() -> [QPDFElement]? {
        guard isArray, let text = qpdf_oh_unparse_resolved(document.data, handle) else { return [] }
        let length = qpdf_get_last_string_length(document.data)
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
            // Without the array's own brackets.
            Self.elements(in: UnsafeBufferPointer(start: $0 + 1, count: max(0, length - 2)))
        }
    }

    private static func elements(in bytes: UnsafeBufferPointer<UInt8>) -> [QPDFElement]? {
        var scanner = ContentScanner(bytes)
        var elements: [QPDFElement] = []
        while true {
            switch scanner.next() {
            case .number: elements.append(.number(scanner.number))
            case .name: elements.append(.name(PDFName.key(UnsafeBufferPointer(rebasing: bytes[scanner.name]))))
            case .string, .array, .dictionary: elements.append(.other)
            case .operator:
                // "12 0 R" is what stands elsewhere; the other words are true, false and null.
                if scanner.operatorCode == UInt32(UInt8(ascii: "R")) { return nil }
                elements.append(.other)
            case .end: return elements
            }
        }
    }
}
