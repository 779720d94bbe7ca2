internal import FoundationEssentials
internal import PDFText
internal import PageImage
internal import PageModel

/// Reads lines with another program, which gets pictures and gives texts as JSON Lines; see docs/ocr-engines.md.
///
/// The program is started at the first line and stays for all others. One that dies is started again, once for a line.
final class CommandRecognizer: LineRecognizer {
    let name = "command"
    let tellsPlaces = false

    private let arguments: [String]
    private let seconds: Double
    private var program: EngineConnection?
    private var lastID = 0

    /// - Parameters:
    ///   - commandLine: The program and its arguments, separated by spaces; quotation marks of either kind keep spaces
    ///     together. No shell is involved.
    ///   - connection: To the program, where another process has started it.
    ///   - seconds: For each line.
    /// - Throws: `failed` when the command line has no program or an open quotation mark.
    init(commandLine: String, connection: Int32? = nil, seconds: Double = 60) throws(OCRError) {
        guard let arguments = Self.words(of: commandLine), !arguments.isEmpty else {
            throw OCRError(
                .failed,
                "The command of the engine cannot be understood: \(commandLine). Name a program and its arguments, "
                    + "with every quotation mark closed.")
        }
        self.arguments = arguments
        self.seconds = seconds
        program = connection.map { EngineConnection(socket: $0) }
    }

    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
        var readings: [LineReading] = []
        readings.reserveCapacity(lines.count)
        for line in lines { readings.append(try read(line)) }
        return readings
    }

    func findLines(in image: GrayImage) -> [PixelBox]? { nil }

    private func read(_ line: GrayImage) throws(OCRError) -> LineReading {
        guard line.width > 0, line.height > 0 else { return .empty }
        guard let picture = line.png() else {
            throw OCRError(.failed, "A line of text could not be made into a PNG file. Try again.")
        }
        lastID += 1
        let png = Data(picture).base64EncodedString()
        let request = "{\"id\":\(lastID),\"width\":\(line.width),\"height\":\(line.height),\"png\":\"\(png)\"}"
        let answer = try ask(request)
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(answer)), reply.id == lastID else {
            program = nil
            let start = String(decoding: answer.prefix(200), as: UTF8.self)
            throw OCRError(
                .failed,
                "The OCR command \(arguments[0]) gave an answer that is not the JSON object asked for: \(start)")
        }
        return reply.reading(width: Double(line.width))
    }

    private func ask(_ request: String) throws(OCRError) -> [UInt8] {
        for isLastTry in [false, true] {
            let program = try running()
            do {
                return try program.ask(request, seconds: seconds)
            } catch .timeout {
                self.program = nil
                throw OCRError(
                    .timeout,
                    "The OCR command \(arguments[0]) did not answer within \(Int(seconds)) seconds. Check what it "
                        + "waits for; each answer must end with a line end and be flushed.")
            } catch {
                self.program = nil
                if isLastTry { break }
            }
        }
        throw OCRError(
            .failed,
            "The OCR command \(arguments[0]) ended twice without an answer. Its own messages stand above; try it by "
                + "hand with one request.")
    }

    private func running() throws(OCRError) -> EngineConnection {
        if let program { return program }
        guard let started = EngineProgram(arguments: arguments) else {
            throw OCRError(
                .missing, "The OCR command \(arguments[0]) cannot be started. Check its name and that it may be run.")
        }
        let connection = EngineConnection(started)
        program = connection
        return connection
    }

    /// - Returns: nil where a quotation mark stays open.
    static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        return quote == nil ? words : nil
    }
}

/// What the program answers; unknown fields are ignored.
private struct Reply: Decodable {
    var id: Int
    var text: String
    var confidence: Double?
    var characters: [Character]?

    struct Character: Decodable {
        var text: String
        var confidence: Double?
        var start: Double
        var end: Double
    }

    /// - Parameter width: Of the picture, over which a text without positions is spread evenly.
    func reading(width: Double) -> LineReading {
        let sure = min(max(confidence ?? 1, 0), 1)
        var readings: [CharacterReading] = []
        if let characters, characters.map(\.text).joined() == text {
            for character in characters {
                let scalars = Array(character.text.unicodeScalars)
                // A place outside of the picture, however far, is its edge.
                let first = min(max(character.start, 0), width)
                let step = (min(max(character.end, first), width) - first) / Double(max(scalars.count, 1))
                for (index, scalar) in scalars.enumerated() {
                    let start = first + Double(index) * step
                    readings.append(
                        CharacterReading(
                            scalar: scalar, confidence: min(max(character.confidence ?? sure, 0), 1), start: start,
                            end: start + step))
                }
            }
        } else {
            let scalars = Array(text.unicodeScalars)
            let step = width / Double(max(scalars.count, 1))
            readings = scalars.enumerated().map { index, scalar in
                CharacterReading(
                    scalar: scalar, confidence: sure, start: Double(index) * step, end: Double(index + 1) * step)
            }
        }
        return LineReading(characters: readings, confidence: readings.isEmpty ? 0 : confidence.map { _ in sure })
    }
}
