internal import PageModel

/// Makes what a person typed onto the pages part of their contents: values of form fields and free-text annotations.
///
/// Poppler's text has no annotations. Highlights, stamps and comments are left as they are: neither their text nor their
/// lines count.
struct TypedAnnotations {
    private let document: QPDFDocument
    /// Whether viewers draw the fields anew from their values.
    private let needsAppearances: Bool

    /// Annotations of a page after which no more are looked at.
    private static let perPage = 10_000
    /// Bits of `/F`: hidden, not to be viewed.
    private static let hiddenFlags: UInt32 = 0x22

    init(_ document: QPDFDocument) {
        self.document = document
        needsAppearances = document.interactiveForm?["/NeedAppearances"]?.boolean ?? false
    }

    /// The file with what was typed moved into the pages; nil where there is none or the file cannot be written.
    func flattened() -> [UInt8]? {
        defer { document.releaseObjects() }
        var isChanged = false
        for number in stride(from: 1, through: document.pageCount, by: 1) {
            if flatten(document.page(number)) { isChanged = true }
        }
        return isChanged ? document.written() : nil
    }

    private func flatten(_ page: QPDFPage) -> Bool {
        guard let annotations = page.object["/Annots"], annotations.count > 0 else { return false }
        let rest = document.newArray()
        var painting = ""
        var forms: [QPDFObject] = []
        for index in 0..<min(annotations.count, Self.perPage) {
            let annotation = annotations[index]
            guard let drawn = drawing(of: annotation) else {
                rest.append(annotation)
                continue
            }
            painting += "q \(drawn.placing.operands) cm /\(Self.name(forms.count)) Do Q\n"
            forms.append(drawn.form)
        }
        guard !forms.isEmpty else { return false }
        page.object.set("/Annots", to: rest)
        page.add(forms, painting: painting, named: Self.name, in: document)
        return true
    }

    /// Of the resource that stands for an annotation.
    private static func name(_ index: Int) -> String { "ZhibiaoTyped\(index)" }

    /// The form that shows what was typed, and where it stands; nil for annotations that are none of the page's text.
    private func drawing(of annotation: QPDFObject) -> (form: QPDFObject, placing: Matrix)? {
        let flags = UInt32(exactly: annotation["/F"]?.number ?? 0) ?? 0
        guard annotation.isDictionary, flags & Self.hiddenFlags == 0, let place = annotation["/Rect"]?.rectangle else {
            return nil
        }
        let typed: TypedValue
        switch annotation["/Subtype"]?.name {
        case "/Widget":
            guard let value = TypedValue(field: annotation) else { return nil }
            typed = value
        case "/FreeText":
            typed = TypedValue(freeText: annotation)
        default:
            return nil
        }
        let own = annotation.appearance
        let isStale = needsAppearances && typed.isRedrawn && !typed.text.isEmpty
        if let own, !isStale, typed.text.isEmpty || own.showsText {
            own.mark(layer: annotation["/OC"], document)
            own.complete(by: document.interactiveForm?["/DR"], document)
            return (own, own.placing(in: place))
        }
        guard !typed.text.isEmpty, place.area > 0 else { return nil }
        let form = TypedAppearance(typed, width: place.width, height: place.height).form(in: document)
        form.mark(layer: annotation["/OC"], document)
        return (form, Matrix(a: 1, b: 0, c: 0, d: 1, e: place.x0, f: place.y0))
    }
}

extension QPDFPage {
    /// Draws forms after everything else on the page.
    fileprivate func add(
        _ forms: [QPDFObject], painting: String, named name: (Int) -> String, in document: QPDFDocument
    ) {
        let resources = (inherited("/Resources") ?? document.newDictionary()).copiedDictionary()
        let objects = (resources["/XObject"] ?? document.newDictionary()).copiedDictionary()
        for (index, form) in forms.enumerated() { objects.set("/" + name(index), to: form) }
        resources.set("/XObject", to: objects)
        object.set("/Resources", to: resources)

        let parts = document.newArray()
        parts.append(document.newStream(Array("q\n".utf8)))
        if let contents = object["/Contents"] {
            if contents.isStream { parts.append(contents) }
            for index in 0..<contents.count { parts.append(contents[index]) }
        }
        parts.append(document.newStream(Array("\nQ\n\(painting)".utf8)))
        object.set("/Contents", to: parts)
    }
}

extension QPDFObject {
    /// The annotation's normal appearance in its present state.
    fileprivate var appearance: QPDFObject? {
        guard let normal = self["/AP"]?["/N"] else { return nil }
        if normal.isStream { return normal }
        guard let state = self["/AS"]?.name, let chosen = normal[state], chosen.isStream else { return nil }
        return chosen
    }

    /// Whether the stream may show text; one that only sets up the field does not.
    fileprivate var showsText: Bool {
        guard let content = decoded(limit: GraphicsSettings().encodedBytesPerStream) else { return true }
        var scanner = ContentScanner(content.buffer)
        while true {
            switch scanner.next() {
            case .operator:
                switch ContentOperator(rawValue: scanner.operatorCode) {
                case .show, .showArray, .showNextLine, .showSpaced, .object: return true
                default: break
                }
            case .end: return false
            default: break
            }
        }
    }

    /// Makes the stream a form that tells the interpreter what it is.
    ///
    /// - Parameter layer: The optional content that the annotation belongs to.
    fileprivate func mark(layer: QPDFObject?, _ document: QPDFDocument) {
        set("/Type", to: document.parsed("/XObject"))
        set("/Subtype", to: document.parsed("/Form"))
        set(FormContent.typedKey, to: document.parsed("true"))
        if let layer { set("/OC", to: layer) }
    }

    /// Gives the stream the fonts that all fields share where it has none of its own.
    fileprivate func complete(by shared: QPDFObject?, _ document: QPDFDocument) {
        guard let fonts = shared?["/Font"], self["/Resources"]?["/Font"] == nil else { return }
        let resources = (self["/Resources"] ?? document.newDictionary()).copiedDictionary()
        resources.set("/Font", to: fonts)
        set("/Resources", to: resources)
    }

    /// What brings the form's box onto the annotation's place (ISO 32000-1, 12.5.5, algorithm 8.1).
    fileprivate func placing(in place: Rect) -> Matrix {
        guard let box = self["/BBox"]?.rectangle else {
            return Matrix(a: 1, b: 0, c: 0, d: 1, e: place.x0, f: place.y0)
        }
        let shown = (self["/Matrix"]?.matrix ?? .identity).apply(box)
        let scaleX = shown.width > 0 ? place.width / shown.width : 1
        let scaleY = shown.height > 0 ? place.height / shown.height : 1
        return Matrix(
            a: scaleX, b: 0, c: 0, d: scaleY, e: place.x0 - shown.x0 * scaleX, f: place.y0 - shown.y0 * scaleY)
    }
}

extension Matrix {
    fileprivate var operands: String {
        [a, b, c, d, e, f].map(\.operand).joined(separator: " ")
    }
}

extension Double {
    /// A number as content streams write it: never with an exponent.
    var operand: String {
        let digits = 1e5
        let scaled = (magnitude * digits).rounded()
        guard scaled.isFinite, scaled < 1e15 else { return "0" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(digits))
        let fraction = String(rest)
        let zeros = String(repeating: "0", count: 5 - fraction.count)
        return (self < 0 ? "-" : "") + "\(whole).\(zeros)\(fraction)"
    }
}
