internal import PageModel

/// Runs the operators of a page's content streams as far as they paint lines, areas and images or show text.
///
/// Unknown operators and operators with too few operands do nothing. Soft masks, optional content, patterns, shadings
/// and the glyph procedures of Type 3 fonts are not followed.
struct ContentInterpreter {
    let settings: GraphicsSettings
    let pageBox: Rect
    var state: GraphicsState
    var collector: GraphicsCollector
    var path = PathBuffer()
    var textMatrix = Matrix.identity
    var lineMatrix = Matrix.identity
    var isTruncated = false
    var resources: (any ContentResources)?

    private var stack: [GraphicsState] = []
    private var pendingClip = false
    private var nesting = 0
    private var operatorCount = 0
    private var segmentCount = 0
    private var byteCount = 0
    private var operands = OperandStack()
    private var nameRange: Range<Int>?
    /// The last string, array or dictionary before the operator.
    private var textToken = 0..<0
    /// Levels of marked content, and the outermost that says what it reads.
    private var markedDepth = 0
    private(set) var replacedDepth: Int?

    /// - Parameters:
    ///   - matrix: From the page's user space to page space.
    ///   - size: The page as displayed.
    init(matrix: Matrix, size: (width: Double, height: Double), settings: GraphicsSettings) {
        self.settings = settings
        pageBox = Rect(x0: 0, y0: 0, x1: size.width, y1: size.height)
        state = GraphicsState(matrix: matrix, clip: ClipBox(pageBox))
        collector = GraphicsCollector(settings: settings)
    }

    /// What the operators run so far have drawn.
    func finished() -> PageGraphics {
        var graphics = PageGraphics(width: pageBox.x1, height: pageBox.y1)
        let assembly = GraphicsAssembly(collector: collector, page: pageBox, settings: settings)
        graphics.rulings = assembly.rulings
        graphics.fills = assembly.fills
        graphics.images = collector.images
        graphics.covers = collector.hidingAreas(on: pageBox)
        graphics.shows = collector.shows
        graphics.curveCount = collector.curveCount
        graphics.sheet = collector.sheet
        graphics.isRightToLeft = collector.isRightToLeft
        graphics.isTruncated = isTruncated
        return graphics
    }

    /// Runs one stream; what it leaves on the stack of saved states is taken off again.
    mutating func run(_ content: ContentBytes, resources: (any ContentResources)?) {
        byteCount += content.buffer.count
        guard byteCount <= settings.decodedBytesPerPage else {
            isTruncated = true
            return
        }
        let outer = self.resources
        let depth = stack.count
        let entry = state
        self.resources = resources
        interpret(content.buffer, base: depth)
        self.resources = outer
        stack.removeSubrange(depth...)
        state = entry
        path.clear()
        operands.clear()
    }

    /// Draws a form with the present state, its matrix and its box as clip.
    mutating func draw(_ form: FormContent) {
        guard nesting < settings.formNesting else {
            isTruncated = true
            return
        }
        nesting += 1
        let saved = (state, textMatrix, lineMatrix, collector.isTyped)
        if form.isTyped { collector.isTyped = true }
        state.matrix = form.matrix.followed(by: state.matrix)
        if let box = form.box { state.clip.intersect(ClipBox(state.matrix.apply(box))) }
        run(form.content, resources: form.resources ?? resources)
        (state, textMatrix, lineMatrix, collector.isTyped) = saved
        nesting -= 1
    }

    private mutating func interpret(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
        var scanner = ContentScanner(bytes)
        // The name that called for a form is none of the form's own.
        nameRange = nil
        textToken = 0..<0
        while true {
            switch scanner.next() {
            case .number:
                operands.push(scanner.number)
            case .name:
                nameRange = scanner.name
            case .string, .array, .dictionary:
                textToken = scanner.token
            case .operator:
                operatorCount += 1
                guard operatorCount <= settings.operatorsPerPage, segmentCount <= settings.segmentsPerPage else {
                    isTruncated = true
                    return
                }
                if let known = ContentOperator(rawValue: scanner.operatorCode) { perform(known, &scanner, base: base) }
                operands.clear()
                nameRange = nil
                textToken = 0..<0
            case .end:
                return
            }
        }
    }

    private mutating func perform(_ known: ContentOperator, _ scanner: inout ContentScanner, base: Int) {
        switch known {
        case .save:
            if stack.count < settings.stateNesting { stack.append(state) } else { isTruncated = true }
        case .restore:
            if stack.count > base { state = stack.removeLast() }
        case .concatenate:
            if let matrix = matrixOperand() { state.matrix = matrix.followed(by: state.matrix) }
        case .lineWidth:
            if let width = operands.last { state.lineWidth = abs(width) }
        case .dash:
            state.dashGaps = Self.gaps(of: scanner.arrayNumbers)
        case .graphicsState:
            if let name = name(in: scanner), let extended = resources?.extendedState(name) { apply(extended) }
        case .object:
            if let name = name(in: scanner), let object = resources?.externalObject(name) { draw(object) }
        case .inlineImage:
            let image = InlineImage(skippedIn: &scanner)
            place(width: image.width, height: image.height)
        case .move, .line, .curve, .curveFromCurrent, .curveToEnd, .close, .rectangle:
            construct(known)
        case .stroke, .closeStroke, .fill, .fillOld, .fillEvenOdd, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke,
            .closeFillStrokeEvenOdd, .endPath:
            paint(known)
        case .clip, .clipEvenOdd:
            pendingClip = true
        case .strokeGray, .fillGray, .strokeRGB, .fillRGB, .strokeCMYK, .fillCMYK, .strokeSpace, .fillSpace,
            .strokeColor,
            .strokeColorNamed, .fillColor, .fillColorNamed:
            setColor(known, operands.values, name(in: scanner))
        case .beginText, .endText, .font, .textMatrix, .textMove, .textMoveLeading, .nextLine, .renderMode,
            .horizontalScale, .leading, .rise:
            positionText(known, operands, matrixOperand())
            if known == .font, let name = name(in: scanner), let resources { state.font = resources.font(name) }
        case .show, .showArray, .showNextLine, .showSpaced:
            if known == .showNextLine || known == .showSpaced { positionText(.nextLine, OperandStack(), nil) }
            if scanner.hasText {
                showText(lead: known == .showArray ? scanner.arrayLead : 0, strings: textToken, of: scanner.bytes)
            }
        case .beginMarked, .beginMarkedProperties, .endMarked:
            markContent(known, in: scanner)
        }
    }

    private mutating func markContent(_ known: ContentOperator, in scanner: ContentScanner) {
        guard known != .endMarked else {
            markedDepth = max(0, markedDepth - 1)
            if let depth = replacedDepth, markedDepth < depth { replacedDepth = nil }
            return
        }
        markedDepth += 1
        guard known == .beginMarkedProperties, replacedDepth == nil else { return }
        let list = scanner.bytes[textToken]
        let isReplaced =
            textToken.isEmpty
            ? name(in: scanner).map { resources?.hasActualText($0) ?? false } ?? false
            : Self.holdsActualText(list)
        if isReplaced { replacedDepth = markedDepth }
    }

    private static let actualText = Array("/ActualText".utf8)

    /// Whether a list of properties says what its content reads. Byte by byte: tagged files have a list for each text.
    private static func holdsActualText(_ list: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard list.count >= actualText.count else { return false }
        return (list.startIndex...(list.endIndex - actualText.count)).contains { start in
            list[start] == actualText[0] && list[start...].starts(with: actualText)
        }
    }

    // MARK: Operands

    private func name(in scanner: ContentScanner) -> UnsafeBufferPointer<UInt8>? {
        nameRange.map { UnsafeBufferPointer(rebasing: scanner.bytes[$0]) }
    }

    private func matrixOperand() -> Matrix? {
        let base = operands.count - 6
        guard base >= 0 else { return nil }
        return Matrix(
            a: operands[base], b: operands[base + 1], c: operands[base + 2], d: operands[base + 3],
            e: operands[base + 4],
            f: operands[base + 5])
    }

    static func gaps(of dash: [Double]) -> Double {
        guard dash.contains(where: { $0 > 0 }) else { return 0 }
        // A pattern of odd length is run through twice, dashes and gaps changing roles.
        if dash.count % 2 == 1 { return dash.reduce(0, +) }
        return stride(from: 1, to: dash.count, by: 2).reduce(0) { $0 + dash[$1] }
    }

    private mutating func apply(_ extended: ExtendedState) {
        if let alpha = extended.fillAlpha { state.fillAlpha = alpha }
        if let alpha = extended.strokeAlpha { state.strokeAlpha = alpha }
        if let blends = extended.blends { state.blends = blends }
        if let width = extended.lineWidth { state.lineWidth = abs(width) }
        if let dash = extended.dash { state.dashGaps = Self.gaps(of: dash) }
        if let size = extended.fontSize { state.fontSize = size }
    }

    private mutating func draw(_ object: ExternalObject) {
        switch object {
        case .form(let form): draw(form)
        case .image(let width, let height, let plain): place(width: width, height: height, plain: plain)
        case .unknown(let isBroken): if isBroken { isTruncated = true }
        }
    }

    private mutating func place(width: Int, height: Int, plain: ObjectID? = nil) {
        let box = state.matrix.apply(Rect(x0: 0, y0: 0, x1: 1, y1: 1))
        let isOpaque = plain != nil && state.fillAlpha == 1 && !state.blends
        collector.image(box, pixelWidth: width, pixelHeight: height, isOpaque: isOpaque, clip: state.clip)
        guard let plain, state.fillAlpha == 1, let visible = state.clip.visible(box) else { return }
        collector.sheet(PaintedSheet(plain, matrix: state.matrix, visible: visible, page: pageBox))
    }

    // MARK: Paths

    private mutating func construct(_ known: ContentOperator) {
        let count = operands.count
        let needed: Int
        switch known {
        case .move, .line: needed = 2
        case .curve: needed = 6
        case .close: needed = 0
        default: needed = 4
        }
        guard count >= needed else { return }
        segmentCount += known == .rectangle ? 4 : 1
        switch known {
        case .move:
            path.move(state.matrix.apply(operands[count - 2], operands[count - 1]))
        case .line, .curve, .curveFromCurrent, .curveToEnd:
            path.add(state.matrix.apply(operands[count - 2], operands[count - 1]), known == .line ? .line : .curve)
        case .close:
            path.close()
        default:
            let (x, y, width, height) = (
                operands[count - 4], operands[count - 3], operands[count - 2], operands[count - 1]
            )
            path.rectangle(
                state.matrix.apply(x, y), state.matrix.apply(x + width, y), state.matrix.apply(x + width, y + height),
                state.matrix.apply(x, y + height))
        }
    }

    private mutating func paint(_ known: ContentOperator) {
        switch known {
        case .closeStroke, .closeFillStroke, .closeFillStrokeEvenOdd: path.close()
        default: break
        }
        switch known {
        case .fill, .fillOld, .fillStroke, .closeFillStroke: fill(evenOdd: false)
        case .fillEvenOdd, .fillStrokeEvenOdd, .closeFillStrokeEvenOdd: fill(evenOdd: true)
        default: break
        }
        switch known {
        case .stroke, .closeStroke, .fillStroke, .closeFillStroke, .fillStrokeEvenOdd, .closeFillStrokeEvenOdd: stroke()
        default: break
        }
        if pendingClip {
            state.clip.intersect(path.bounds ?? .empty)
            pendingClip = false
        }
        path.clear()
    }

    private mutating func fill(evenOdd: Bool) {
        guard state.fillAlpha > 0, !path.isEmpty else { return }
        // A marker's tint leaves what is below it, and its sides are no rules.
        if state.blends, state.fill.luminance > settings.tintLuminance { return }
        collector.fill(
            path, evenOdd: evenOdd, color: state.fill.overWhite(state.fillAlpha),
            isOpaque: state.fillAlpha == 1 && !state.blends && state.fillSpace != .pattern, clip: state.clip)
    }

    private mutating func stroke() {
        guard state.strokeAlpha > 0, !path.isEmpty else { return }
        let scale = state.matrix.scale
        collector.stroke(
            path, width: state.lineWidth * scale, isDashed: state.dashGaps * scale > settings.smallestDashGap,
            color: state.stroke.overWhite(state.strokeAlpha), clip: state.clip)
    }
}
