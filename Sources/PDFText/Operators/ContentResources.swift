internal import PageModel

/// How the operands of `sc` and `scn` make a colour.
enum ColorSpaceKind: Equatable {
    /// By their count: gray, RGB or CMYK.
    case device
    /// Inks, 0 none to 1 full.
    case inks
    /// The first is a lightness 0…100.
    case lab
    /// Entry of a table that is not read: a middle gray.
    case indexed
    case pattern
}

/// What `gs` may set; nil where it leaves things as they are.
struct ExtendedState {
    var fillAlpha: Double?
    var strokeAlpha: Double?
    /// A blend mode other than Normal.
    var blends: Bool?
    var lineWidth: Double?
    var dash: [Double]?
    var fontSize: Double?
}

/// A form XObject or an annotation's appearance, decoded.
final class FormContent {
    let content: ContentBytes
    let matrix: Matrix
    let box: Rect?
    /// Nil where the form has none of its own and uses those of what draws it.
    let resources: (any ContentResources)?
    /// What a person typed onto the page: its text counts, its lines are those of a field and none of the page's.
    let isTyped: Bool

    /// Of the form's dictionary, where `isTyped`.
    static let typedKey = "/ZhibiaoTyped"

    init(
        content: ContentBytes, matrix: Matrix, box: Rect?, resources: (any ContentResources)?, isTyped: Bool = false
    ) {
        self.isTyped = isTyped
        self.content = content
        self.matrix = matrix
        self.box = box
        self.resources = resources
    }
}

enum ExternalObject {
    case form(FormContent)
    /// With its object where its pixels alone tell how it looks: no mask, no transparency.
    case image(width: Int, height: Int, plain: ObjectID? = nil)
    /// Neither, missing, or not decodable (then `isBroken`).
    case unknown(isBroken: Bool)
}

/// What the names of a content stream stand for; names come as bytes without the slash.
protocol ContentResources: AnyObject {
    func externalObject(_ name: UnsafeBufferPointer<UInt8>) -> ExternalObject
    func colorSpace(_ name: UnsafeBufferPointer<UInt8>) -> ColorSpaceKind
    func extendedState(_ name: UnsafeBufferPointer<UInt8>) -> ExtendedState
    /// Which codes of a font stand for a character.
    func font(_ name: UnsafeBufferPointer<UInt8>) -> FontCodes
    /// Whether a property list says what the marked content reads.
    func hasActualText(_ name: UnsafeBufferPointer<UInt8>) -> Bool
}

/// Decoded bytes with an owner.
final class ContentBytes {
    let buffer: UnsafeBufferPointer<UInt8>
    private let release: () -> Void

    /// - Parameter release: Frees the memory of `buffer`; called once.
    init(buffer: UnsafeBufferPointer<UInt8>, release: @escaping () -> Void) {
        self.buffer = buffer
        self.release = release
    }

    convenience init(copying bytes: some Collection<UInt8>) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = memory.initialize(from: bytes)
        self.init(buffer: UnsafeBufferPointer(rebasing: memory[..<bytes.count])) { memory.deallocate() }
    }

    deinit { release() }
}
