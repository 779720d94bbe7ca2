internal import PageImage
internal import PageModel

/// Reads lines with the PP-OCRv4 models through OpenVINO, on one thread.
///
/// Input and decoding follow the PP-OCR papers (Du et al. 2020, Li et al. 2022) and the documentation of RapidOCR.
/// Where the processor has bfloat16 arithmetic, OpenVINO uses it: confidences then move in steps of 0.004 near 1.
final class PPOCRRecognizer: LineRecognizer {
    let name = "ppocr"
    let tellsPlaces = true

    private let installation: OCRInstallation
    private let settings: PPOCRSettings
    private var loadedRuntime: NeuralRuntime?
    private var loadedReader: Reader?
    private var loadedDetector: PPOCRDetector?

    private struct Reader {
        let network: NeuralNetwork
        let decoder: CTCDecoder
    }

    init(installation: OCRInstallation, settings: PPOCRSettings = PPOCRSettings()) {
        self.installation = installation
        self.settings = settings
    }

    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
        var readings = [LineReading](repeating: .empty, count: lines.count)
        let prepared = lines.enumerated().compactMap { index, line in
            PreparedLine(index: index, picture: line, settings: settings)
        }
        for strip in LineStrip.packed(prepared, settings: settings) {
            for (place, reading) in zip(strip.places, try run(strip)) {
                readings[place.line.index] = reading
                // Among others a line may lose a character.
                guard strip.places.count > 1, !place.line.isCovered(by: reading, settings: settings) else { continue }
                let alone = try run(LineStrip(place.line, settings: settings))[0]
                if alone.characters.count > reading.characters.count { readings[place.line.index] = alone }
            }
        }
        return readings
    }

    func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]? {
        guard InkExtent(of: image, leastContrast: settings.leastContrast, share: settings.inkShare) != nil else {
            return []
        }
        if let loadedDetector { return try loadedDetector.findLines(in: image) }
        let network = try NeuralNetwork(model: installation.detectionModel, runtime: try runtime())
        let detector = PPOCRDetector(network: network, settings: settings)
        loadedDetector = detector
        return try detector.findLines(in: image)
    }

    /// Reads the lines of a strip in one run.
    private func run(_ strip: LineStrip) throws(OCRError) -> [LineReading] {
        let reader = try reader()
        return try reader.network.run(
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
                    return reader.decoder.decode(
                        UnsafeBufferPointer(rebasing: output[(first * shape[2])..<(end * shape[2])]),
                        classes: shape[2], pixelsPerStep: stepWidth * line.pixelsPerPixel,
                        offset: Double(line.offset), extent: 0...Double(line.pictureWidth),
                        reach: Double(line.image.height) / 2)
                }
            })
    }

    private func runtime() throws(OCRError) -> NeuralRuntime {
        if let loadedRuntime { return loadedRuntime }
        let runtime = try NeuralRuntime(library: installation.library)
        loadedRuntime = runtime
        return runtime
    }

    private func reader() throws(OCRError) -> Reader {
        if let loadedReader { return loadedReader }
        guard let list = ONNXMetadata.value(of: "character", inFile: installation.recognitionModel) else {
            throw OCRError(
                .failed,
                "The OCR model \(installation.recognitionModel) has no list of characters. Run scripts/install-ocr "
                    + "--force.")
        }
        // One character a line; the model has the space as one more class at the end.
        var characters = list.split(separator: "\n").compactMap(\.unicodeScalars.first)
        characters.append(" ")
        var disguises: [(class: Int, true: Int)] = []
        // The dot stroke is no word and no sign: where the model sees one, there is the comma of enumerations.
        if let stroke = characters.firstIndex(of: "\u{4e36}"), let comma = characters.firstIndex(of: "、") {
            disguises.append((stroke + 1, comma + 1))
        }
        let decoder = CTCDecoder(
            characters: characters, disguises: disguises, leastAlternative: settings.leastAlternative,
            mostAlternatives: settings.mostAlternatives)
        let network = try NeuralNetwork(model: installation.recognitionModel, runtime: try runtime())
        let reader = Reader(network: network, decoder: decoder)
        loadedReader = reader
        return reader
    }
}
