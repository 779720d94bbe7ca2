internal import PageModel

extension ContentInterpreter {
    mutating func positionText(_ known: ContentOperator, _ operands: OperandStack, _ matrix: Matrix?) {
        switch known {
        case .beginText:
            textMatrix = .identity
            lineMatrix = .identity
        case .font: if let size = operands.last { state.fontSize = size }
        case .textMatrix:
            if let matrix {
                textMatrix = matrix
                lineMatrix = matrix
            }
        case .textMove, .textMoveLeading:
            guard operands.count >= 2 else { return }
            let (x, y) = (operands[operands.count - 2], operands[operands.count - 1])
            if known == .textMoveLeading { state.leading = -y }
            moveLine(x, y)
        case .nextLine: moveLine(0, -state.leading)
        case .renderMode: if let mode = operands.last, abs(mode) < 100 { state.renderMode = Int(mode) }
        case .horizontalScale: if let percent = operands.last { state.horizontalScale = percent / 100 }
        case .leading: if let leading = operands.last { state.leading = leading }
        case .rise: if let rise = operands.last { state.rise = rise }
        default: break
        }
    }

    private mutating func moveLine(_ x: Double, _ y: Double) {
        lineMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: y).followed(by: lineMatrix)
        textMatrix = lineMatrix
    }

    /// - Parameters:
    ///   - lead: The numbers before the first string of a TJ array, thousandths of the font size backwards.
    ///   - strings: The string or array shown, a range of `bytes`.
    mutating func showText(lead: Double, strings: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        guard collector.shows.count < settings.showsPerPage else {
            isTruncated = true
            return
        }
        let matrix = textMatrix.followed(by: state.matrix)
        let shift = -lead / 1000 * state.fontSize * state.horizontalScale
        let origin = matrix.apply(shift, state.rise)
        guard origin.x.isFinite, origin.y.isFinite else { return }
        let degrees = turned(matrix)
        let quarter = (degrees / 90).rounded()
        let isRight = abs(degrees - quarter * 90) <= settings.angleTolerance
        let strokesOnly = state.renderMode % 4 == 1
        let alpha = strokesOnly ? state.strokeAlpha : state.fillAlpha
        var show = TextShow(
            origin: origin, angle: isRight ? QuarterTurn(rawValue: Int(quarter) % 4 * 90) : nil,
            angleDegrees: degrees,
            isInvisible: state.renderMode == 3 || state.renderMode == 7 || alpha <= settings.faintAlpha,
            isClipped: !state.clip.contains(origin, margin: settings.textClipMargin),
            color: (strokesOnly ? state.stroke : state.fill).overWhite(alpha),
            size: abs(state.fontSize) * matrix.verticalScale)
        show.isTransparent = alpha <= settings.faintAlpha && state.renderMode != 3 && state.renderMode != 7
        show.order = collector.order
        if state.font.isRightToLeft { collector.isRightToLeft = true }
        if !state.font.isWhole, replacedDepth == nil {
            ShownCodes.forEach(in: bytes[strings], length: state.font.length) { code in
                if state.font.isLost(code) { show.unmapped += 1 }
            }
        }
        show.clip = state.clip.cut(of: pageBox)
        collector.shows.append(show)
    }

    /// The direction of writing; a negative font size or horizontal scale turns it round.
    private func turned(_ matrix: Matrix) -> Double {
        var direction = matrix
        if state.fontSize * state.horizontalScale < 0 {
            direction.a = -direction.a
            direction.b = -direction.b
        }
        return direction.degrees
    }
}
