internal import PageImage
internal import PageModel

/// Reads lines with Tesseract and its data for simplified Chinese, in process, on one thread.
///
/// What reads badly is read in other ways, too: lines under a seal without what is pale, figures with the English data.
/// A sign of comparison in front of a figure is told by its shape and cut off before the rest is read.
final class TesseractRecognizer: LineRecognizer {
    let name = "tesseract"
    let tellsPlaces = false

    private let chinese: TesseractModel
    private let settings: TesseractSettings
    /// Reads figures; nil inside where its data are not installed.
    private lazy var figures: TesseractModel? = try? TesseractModel(language: settings.figureLanguage)

    /// - Throws: `missing` when the library or its data are not there.
    init(settings: TesseractSettings = TesseractSettings()) throws(OCRError) {
        chinese = try TesseractModel(language: settings.language)
        self.settings = settings
    }

    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
        var readings: [LineReading] = []
        readings.reserveCapacity(lines.count)
        for line in lines {
            var ways = [repaired(try read(line), line: line)]
            let pale = PaleInk(settings: settings.paleInk)
            if pale.lies(over: line) {
                for share in settings.paleInk.shares {
                    guard let clean = pale.removed(from: line, share: share) else { continue }
                    ways.append(repaired(try read(clean), line: clean))
                }
            }
            readings.append(surestWithoutPaleInk(of: ways))
        }
        return readings
    }

    private func repaired(_ reading: LineReading, line: GrayImage) -> LineReading {
        let line = ReadLine(reading: reading, crop: line, em: Double(line.height))
        return ReadingRepairs([TesseractRepair(settings: settings)]).applied(to: [line])[0]
    }

    func findLines(in image: GrayImage) -> [PixelBox]? { nil }

    private func read(_ line: GrayImage) throws(OCRError) -> LineReading {
        guard let lead = LeadingSign(in: line, settings: settings) else { return try text(of: line) }
        let sign = CharacterReading(
            scalar: lead.sign, confidence: settings.signConfidence, start: Double(lead.columns.lowerBound),
            end: Double(lead.columns.upperBound))
        // The blurred edge of a sign alone would read as one more character.
        let rest = lead.isAlone ? .empty : try text(of: line, from: lead.columns.upperBound)
        if let first = rest.characters.first {
            guard first.scalar.isDigit, try isSign(lead, before: rest, in: line) else { return try text(of: line) }
            return LineReading(characters: [sign] + rest.characters)
        }
        let whole = try text(of: line)
        if lead.isDoublyBarred, !whole.isSureIdeograph(settings.surelyRead) { return LineReading(characters: [sign]) }
        guard lead.hasBar, !lead.isVague else { return whole }
        let isSure = whole.confidence >= settings.surelyRead && whole.characters.count == 1
        return isSure ? whole : LineReading(characters: [sign])
    }

    /// Whether a shape like < or > reads as such: parts of characters look like it, too.
    private func isSign(_ lead: LeadingSign, before rest: LineReading, in line: GrayImage) throws(OCRError) -> Bool {
        if lead.isVague {
            // Digits that touch may have such a shape, but then they are part of what is read.
            let whole = try text(of: line)
            if whole.text == rest.text { return true }
            guard let first = whole.characters.first, !first.scalar.isDigit else { return false }
            return LineReading(characters: Array(whole.characters.dropFirst())).text == rest.text
        }
        if lead.hasBar { return true }
        let alone = GrayImage(line, columns: 0..<lead.columns.upperBound)
        return try figures?.read(alone, way: settings.figure, ink: settings).text == String(lead.sign)
    }

    /// The surest of the readings of the line right of a column.
    private func text(of line: GrayImage, from column: Int = 0) throws(OCRError) -> LineReading {
        let part = column == 0 ? line : GrayImage(line, columns: column..<line.width)
        var best = try chinese.read(part, way: settings.first, ink: settings)
        if best.confidence < settings.sureLine {
            var readings = [best]
            for way in settings.others {
                readings.append(try chinese.read(part, way: way, ink: settings))
                if readings.count > 2, Set(readings.map(\.text)).count == 1 { break }
            }
            best = surest(of: readings)
        }
        if best.confidence < settings.sureFigure, let figures {
            let mayBe = mayBeFigure(best)
            // Behind a sign of comparison a figure stands, whatever it reads as.
            if mayBe || column > 0 && best.characters.count <= settings.longestFigure {
                let other = try figures.read(part, way: settings.figure, ink: settings)
                let isDoubtful = !mayBe || best.characters.contains(where: \.scalar.isIdeograph)
                let least = isDoubtful ? max(best.confidence, settings.sureLine) : best.confidence
                if other.confidence > least, other.characters.allSatisfy(\.scalar.isOfFigure) { best = other }
            }
        }
        guard column > 0 else { return best }
        let characters = best.characters.map { character in
            var moved = character
            moved.start += Double(column)
            moved.end += Double(column)
            return moved
        }
        return LineReading(characters: characters, confidence: best.confidence)
    }

    /// Of readings of a line as it is and without its pale ink the surest, where two are alike or it is sure enough.
    private func surestWithoutPaleInk(of readings: [LineReading]) -> LineReading {
        let (best, votes) = Self.surest(of: readings, by: \.meanConfidence)
        return votes > 1 || best.meanConfidence >= settings.sureLine ? best : readings[0]
    }

    /// The surest of readings in several ways. A short one is no surer for the ways beyond the second: dirt reads as a
    /// character in one way or another.
    private func surest(of readings: [LineReading]) -> LineReading {
        var best = Self.surest(of: readings, by: \.confidence).0
        guard best.characters.count <= settings.shortLine else { return best }
        let most = readings.prefix(2).map(\.confidence).max() ?? 0
        for index in best.characters.indices {
            best.characters[index].confidence = min(best.characters[index].confidence, most)
        }
        best.confidence = min(best.confidence, most)
        return best
    }

    /// What a reading's being there counts beside its confidence.
    private static let vote = 0.05

    /// The reading whose text has the most confidence in all, and how many have its text.
    private static func surest(
        of readings: [LineReading], by confidence: (LineReading) -> Double
    ) -> (LineReading, Int) {
        var best = (reading: LineReading.empty, sum: -1.0, votes: 0)
        for reading in readings.sorted(by: { confidence($0) > confidence($1) }) {
            let alike = readings.filter { $0.text == reading.text }
            // Two readings alike say something even where the engine is sure of neither.
            let sum = alike.reduce(0) { $0 + confidence($1) + vote }
            if sum > best.sum { best = (reading, sum, alike.count) }
        }
        return (best.reading, best.votes)
    }

    private func mayBeFigure(_ reading: LineReading) -> Bool {
        let seen = reading.characters.filter { $0.scalar != " " }
        if seen.count <= settings.shortLine { return true }
        return 2 * seen.count(where: \.scalar.isOfFigure) >= seen.count
            && !seen.contains { $0.scalar.value >= 0x3400 && $0.confidence >= settings.sureLine }
    }
}

extension LineReading {
    /// Whether it is one Chinese character and little else can be there.
    fileprivate func isSureIdeograph(_ least: Double) -> Bool {
        characters.count == 1 && characters[0].scalar.isIdeograph && characters[0].confidence >= least
    }
}

extension Unicode.Scalar {

    /// A character that figures, dates and percentages are made of.
    fileprivate var isOfFigure: Bool { isDigit || ".,%-‰/:()<> ".unicodeScalars.contains(self) }
}
