internal import PageModel

/// What was typed into a form field or a free-text annotation, and how it is to be set.
struct TypedValue {
    var text = ""
    /// In points; 0 leaves it to the viewer.
    var fontSize = 0.0
    var alignment = Alignment.left
    var isMultiline = false
    /// Whether a viewer that is asked to draws it anew from the text.
    var isRedrawn = true

    enum Alignment: Int {
        case left
        case centre
        case right
    }

    /// Bits of `/Ff`.
    private enum Flag {
        static let multiline: UInt32 = 1 << 12
        static let password: UInt32 = 1 << 13
        static let pushButton: UInt32 = 1 << 16
    }

    /// Levels of fields that inherited values are sought in.
    private static let depth = 32
    /// The mark of a box that is checked.
    private static let check = "✔"

    /// - Returns: nil for push buttons and signatures, which nobody types into.
    init?(field: QPDFObject) {
        let flags = UInt32(exactly: Self.inherited("/Ff", of: field)?.number ?? 0) ?? 0
        let value = Self.inherited("/V", of: field)
        switch Self.inherited("/FT", of: field)?.name {
        case "/Tx":
            text = flags & Flag.password == 0 ? Self.text(of: value) ?? "" : ""
            isMultiline = flags & Flag.multiline != 0
        case "/Ch":
            text = Self.choices(of: value, options: Self.inherited("/Opt", of: field))
            isMultiline = text.contains("\n")
        case "/Btn":
            guard flags & Flag.pushButton == 0 else { return nil }
            let state = field["/AS"]?.name ?? value?.name
            text = state == nil || state == "/Off" ? "" : Self.check
            isRedrawn = false
            alignment = .centre
        default:
            return nil
        }
        read(setting: field)
    }

    init(freeText: QPDFObject) {
        text = freeText["/Contents"]?.text ?? ""
        isMultiline = true
        isRedrawn = false
        read(setting: freeText)
    }

    private mutating func read(setting annotation: QPDFObject) {
        if let quadding = Self.inherited("/Q", of: annotation)?.number, abs(quadding) < 100 {
            alignment = Alignment(rawValue: Int(quadding)) ?? alignment
        }
        let form = annotation.document.interactiveForm
        let setting = Self.inherited("/DA", of: annotation)?.text ?? form?["/DA"]?.text
        fontSize = setting.map { Self.fontSize(in: $0) } ?? 0
    }

    /// The operand before `Tf`.
    private static func fontSize(in setting: String) -> Double {
        let words = setting.split { $0.isWhitespace }
        guard let place = words.lastIndex(of: "Tf"), place > 0, let size = Double(words[place - 1]), size > 0,
            size < 1000
        else { return 0 }
        return size
    }

    private static func inherited(_ key: String, of field: QPDFObject) -> QPDFObject? {
        var node: QPDFObject? = field
        for _ in 0..<depth {
            guard let current = node else { return nil }
            if let value = current[key] { return value }
            node = current["/Parent"]
        }
        return nil
    }

    private static func text(of value: QPDFObject?) -> String? {
        guard let value else { return nil }
        if let text = value.text { return text }
        // Long values stand in streams.
        return value.decoded(limit: GraphicsSettings().encodedBytesPerStream).map {
            String(decoding: $0.buffer, as: UTF8.self)
        }
    }

    /// What the list shows for the values that are chosen, one a line.
    private static func choices(of value: QPDFObject?, options: QPDFObject?) -> String {
        guard let value else { return "" }
        let values = value.text.map { [$0] } ?? (0..<value.count).compactMap { value[$0].text }
        var shown: [String: String] = [:]
        for index in 0..<(options?.count ?? 0) {
            guard let option = options?[index], option.count >= 2, let key = option[0].text else { continue }
            shown[key] = option[1].text
        }
        return values.map { shown[$0] ?? $0 }.joined(separator: "\n")
    }
}
