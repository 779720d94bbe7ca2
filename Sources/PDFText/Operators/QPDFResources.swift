internal import PageModel

/// A resource dictionary, with what was looked up kept by name.
final class QPDFResources: ContentResources {
    private let dictionary: QPDFObject
    private let forms: FormCache
    private var objects: [UInt64: ExternalObject] = [:]
    private var spaces: [UInt64: ColorSpaceKind] = [:]
    private var states: [UInt64: ExtendedState] = [:]
    private var fonts: [UInt64: FontCodes] = [:]
    private lazy var fontDictionary = dictionary["/Font"]

    init(_ dictionary: QPDFObject, forms: FormCache) {
        self.dictionary = dictionary
        self.forms = forms
    }

    func externalObject(_ name: UnsafeBufferPointer<UInt8>) -> ExternalObject {
        let key = Self.hash(name)
        if let known = objects[key] { return known }
        let found = findObject(name)
        objects[key] = found
        return found
    }

    func colorSpace(_ name: UnsafeBufferPointer<UInt8>) -> ColorSpaceKind {
        let key = Self.hash(name)
        if let known = spaces[key] { return known }
        let found = dictionary["/ColorSpace"]?[PDFName.key(name)].map { Self.kind(of: $0, depth: 0) } ?? .device
        spaces[key] = found
        return found
    }

    func extendedState(_ name: UnsafeBufferPointer<UInt8>) -> ExtendedState {
        let key = Self.hash(name)
        if let known = states[key] { return known }
        var found = ExtendedState()
        if let state = dictionary["/ExtGState"]?[PDFName.key(name)] {
            found.fillAlpha = state["/ca"]?.number
            found.strokeAlpha = state["/CA"]?.number
            if let mode = state["/BM"], let name = mode.name ?? (mode.count > 0 ? mode[0].name : nil) {
                found.blends = name != "/Normal" && name != "/Compatible"
            }
            found.lineWidth = state["/LW"]?.number
            if let dash = state["/D"], dash.count > 0, case let lengths = dash[0] {
                found.dash = (0..<min(lengths.count, ContentScanner.arrayCapacity)).compactMap { lengths[$0].number }
            }
            if let font = state["/Font"], font.count > 1 { found.fontSize = font[1].number }
        }
        states[key] = found
        return found
    }

    func font(_ name: UnsafeBufferPointer<UInt8>) -> FontCodes {
        let key = Self.hash(name)
        if let known = fonts[key] { return known }
        let found = fontDictionary?[PDFName.key(name)].map { forms.codes(of: $0) } ?? .whole
        fonts[key] = found
        return found
    }

    func hasActualText(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        dictionary["/Properties"]?[PDFName.key(name)]?["/ActualText"] != nil
    }

    private func findObject(_ name: UnsafeBufferPointer<UInt8>) -> ExternalObject {
        guard let object = dictionary["/XObject"]?[PDFName.key(name)], object.isStream else {
            return .unknown(isBroken: false)
        }
        switch object["/Subtype"]?.name {
        case "/Image":
            let isMasked = ["/SMask", "/Mask", "/ImageMask", "/SMaskInData", "/OC"].contains { object[$0] != nil }
            return .image(
                width: Self.pixels(object["/Width"]), height: Self.pixels(object["/Height"]),
                plain: isMasked ? nil : object.identity)
        case "/Form":
            return forms.form(object).map { .form($0) } ?? .unknown(isBroken: true)
        default:
            return .unknown(isBroken: false)
        }
    }

    private static func pixels(_ object: QPDFObject?) -> Int {
        guard let number = object?.number, number > 0, number < 1e9 else { return 0 }
        return Int(number)
    }

    private static func kind(of object: QPDFObject, depth: Int) -> ColorSpaceKind {
        guard let name = object.name ?? (object.count > 0 ? object[0].name : nil), depth < 4 else { return .device }
        switch name {
        case "/Separation", "/DeviceN": return .inks
        case "/Lab": return .lab
        case "/Indexed", "/I": return .indexed
        case "/Pattern": return .pattern
        default: return .device
        }
    }

    /// FNV-1a; a clash would only mix up two colours or forms of one page.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

/// Forms already decoded, by object number, so that a form drawn often is decoded once.
final class FormCache {
    private let settings: GraphicsSettings
    private var forms: [Int: FormContent] = [:]
    private var byteCount = 0
    private let fonts: FontCache

    init(settings: GraphicsSettings, fonts: FontCache) {
        self.settings = settings
        self.fonts = fonts
    }

    /// Which codes of a font stand for a character.
    func codes(of font: QPDFObject) -> FontCodes { fonts.codes(of: font) }

    /// Forgets all forms. Forms hold their resources and those this cache: who makes one must empty it in the end.
    func removeAll() { forms.removeAll() }

    /// Nil where the stream cannot be decoded or the page has had its share of bytes.
    func form(_ object: QPDFObject) -> FormContent? {
        let identifier = object.identifier
        if identifier != 0, let known = forms[identifier] { return known }
        guard byteCount <= settings.decodedBytesPerPage,
            let content = object.decoded(limit: settings.encodedBytesPerStream)
        else { return nil }
        byteCount += content.buffer.count
        let form = FormContent(
            content: content, matrix: object["/Matrix"]?.matrix ?? .identity, box: object["/BBox"]?.rectangle,
            resources: object["/Resources"].map { QPDFResources($0, forms: self) },
            isTyped: object[FormContent.typedKey] != nil)
        if identifier != 0 { forms[identifier] = form }
        return form
    }
}

/// What is known of the fonts of a file, by object number: they are looked at once, not on each page.
final class FontCache {
    private var codes: [ObjectID: FontCodes] = [:]

    func codes(of font: QPDFObject) -> FontCodes {
        guard let identity = font.identity else { return FontCodes.read(font) }
        if let known = codes[identity] { return known }
        let found = FontCodes.read(font)
        codes[identity] = found
        return found
    }
}
