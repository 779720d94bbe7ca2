import PageModel

@testable import Normalize
@testable import PDFText

extension FuzzTarget {
    /// All rulings lie at finite places.
    func drawOperators(_ bytes: [UInt8]) {
        var interpreter = ContentInterpreter(
            matrix: .identity, size: (width: 595, height: 842), settings: GraphicsSettings())
        interpreter.run(ContentBytes(copying: bytes), resources: nil)
        let graphics = interpreter.finished()
        precondition(graphics.rulings.allSatisfy { $0.position.isFinite && $0.start <= $0.end })
    }

    /// Every value can be written as JSON.
    func readValue(_ text: String) {
        let value = ValueGrammar.parse(text)
        precondition(!value.json.description.isEmpty)
        _ = ValueGrammar.number(text)
        _ = ValueGrammar.amount(text, power: 4)
    }

    /// The parts of the text, at line feeds, are a value, a name and another value.
    func repairCells(_ text: String) {
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let (value, name) = (parts[0], parts.count > 1 ? parts[1] : "合格率")
        let evidence = parts.count > 2 ? parts[2] : ""
        if case .mended(let mended) = ValueRepair.value(value, name: name, evidence: evidence) {
            precondition(!ValueGrammar.parse(mended).json.description.isEmpty)
        }
        _ = ValueRepair.sign(value)
        _ = ValueRepair.unit(value, name: name)
        for joinsDigits in [false, true] {
            guard let figure = FigureRepair.mended(value, joinsDigits: joinsDigits) else { continue }
            precondition(ValueGrammar.number(figure) != nil)
        }
        if let shape = RateShape(value), let other = RateShape(evidence) {
            _ = shape.withoutDoubledPercent(agreeingWith: other)
            _ = shape.withOperator()
        }
    }
}
