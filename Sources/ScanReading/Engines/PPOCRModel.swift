internal import PageImage
internal import PageModel

/// One recognition model of PP-OCR, ready to read.
struct PPOCRModel {
    private let network: NeuralNetwork
    private let decoder: CTCDecoder
    private let settings: PPOCRSettings

    /// - Parameter path: Of the ONNX file, which holds its list of characters.
    /// - Throws: `failed` when it cannot be read.
    init(path: String, runtime: NeuralRuntime, settings: PPOCRSettings) throws(OCRError) {
        guard let list = ONNXMetadata.value(of: "character", inFile: path) else {
            throw OCRError(
                .failed, "The OCR model \(path) has no list of characters. Run scripts/install-ocr --force.")
        }
        // One character a line; the model has the space as one more class at the end.
        var characters = list.split(separator: "\n").compactMap(\.unicodeScalars.first)
        characters.append(" ")
        var disguises: [(class: Int, true: Int)] = []
        // The dot stroke is no word and no sign: where the model sees one, there is the comma of enumerations.
        if let stroke = characters.firstIndex(of: "\u{4e36}"), let comma = characters.firstIndex(of: "、") {
            disguises.append((stroke + 1, comma + 1))
        }
        decoder = CTCDecoder(
            characters: characters, disguises: disguises, leastAlternative: settings.leastAlternative,
            mostAlternatives: settings.mostAlternatives)
        network = try NeuralNetwork(model: path, runtime: runtime)
        self.settings = settings
    }

    /// Lines by their index with what they say, in any order.
    func read(_ lines: [PreparedLine]) throws(OCRError) -> [(index: Int, reading: LineReading)] {
        var read: [(index: Int, reading: LineReading)] = []
        for strip in LineStrip.packed(lines, settings: settings) {
            for (place, reading) in zip(strip.places, try self.read(strip)) { read.append((place.line.index, reading)) }
        }
        return read
    }

    /// Reads the lines of a strip in one run, in their order.
    private func read(_ strip: LineStrip) throws(OCRError) -> [LineReading] {
        try network.run(
            shape: [1, 3, settings.lineHeight, strip.width],
            fill: { strip.fill($0) },
            use: { output, shape in
                // A row for each step, in it one number for each class.
                let stepWidth = Double(strip.width) / Double(shape[1])
                return strip.places.map { place in
                    let line = place.line
                    let first = Int(Double(place.start) / stepWidth)
                    // What is padding holds no text; one step more for a character at the very end.
                    let end = min(shape[1], first + Int(Double(line.width) / stepWidth) + 2)
                    return decoder.decode(
                        UnsafeBufferPointer(rebasing: output[(first * shape[2])..<(end * shape[2])]),
                        classes: shape[2], pixelsPerStep: stepWidth * line.pixelsPerPixel,
                        offset: Double(line.offset), extent: 0...Double(line.pictureWidth),
                        reach: Double(line.image.height) / 2)
                }
            })
    }
}
