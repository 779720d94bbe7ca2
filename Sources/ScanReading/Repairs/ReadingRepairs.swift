internal import PageImage
internal import PageModel

/// Repairs in the order in which they run.
struct ReadingRepairs {
    private let repairs: [any ReadingRepair]

    init(_ repairs: [any ReadingRepair]) { self.repairs = repairs }

    /// All repairs of what any engine reads.
    ///
    /// What Tesseract alone gets wrong is undone before its ways of reading are compared: `TesseractRecognizer`.
    ///
    /// - Parameter knowsPlaces: The engine tells where each character stands.
    static func all(_ settings: OCRSettings, knowsPlaces: Bool) -> ReadingRepairs {
        let inOrder: [any ReadingRepair] = [
            SettledWidths(),
            FaintReader(settings: settings.faint),
            FigureReader(settings: settings.figures),
            ThousandsMark(settings: settings.thousands),
            FigureGroups(settings: settings.figureGroups),
            SignReader(settings: settings),
            BareSign(settings: settings),
            BracketReader(settings: settings.brackets),
            UnreadInk(settings: settings.unread),
            FigureGaps(settings: settings.figureGaps),
            PunctuationWidth(settings: settings.punctuation),
        ]
        return ReadingRepairs(inOrder.filter { knowsPlaces || !type(of: $0).needsPlaces })
    }

    /// The readings of one page's lines, in the same order, each with the steps that changed it.
    func applied(to lines: [ReadLine]) -> [LineReading] {
        var lines = lines
        for repair in repairs {
            let repaired = repair.repaired(lines)
            for index in lines.indices {
                var steps = lines[index].reading.repairs
                let (before, after) = (lines[index].reading.text, repaired[index].text)
                if before != after {
                    steps.append(RepairStep(repair: type(of: repair).name, before: before, after: after))
                }
                lines[index].reading = repaired[index]
                lines[index].reading.repairs = steps
            }
        }
        return lines.map(\.reading)
    }
}
