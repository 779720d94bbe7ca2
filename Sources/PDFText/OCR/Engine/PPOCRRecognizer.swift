/// Reads lines with the PP-OCRv4 models through OpenVINO, on one thread.
///
/// Input and decoding follow the PP-OCR papers (Du et al. 2020, Li et al. 2022) and the documentation of RapidOCR.
/// Where the processor has bfloat16 arithmetic, OpenVINO uses it: confidences then move in steps of 0.004 near 1.
final class PPOCRRecognizer: LineRecognizer {
    let name = "ppocr"

    private let installation: OCRInstallation
    private let settings: PPOCRSettings
    private var loadedRuntime: NeuralRuntime?
    private var loadedReader: Reader?
    private var loadedDetector: PPOCRDetector?
    /// Lines read so far, by padded width.
    private var linesRead: [Int: Int] = [:]

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
        var groups: [Int: [PreparedLine]] = [:]
        for (index, line) in lines.enumerated() {
            guard let prepared = PreparedLine(index: index, picture: line, settings: settings) else { continue }
            groups[prepared.paddedWidth, default: []].append(prepared)
        }
        for (width, group) in groups.sorted(by: { $0.key < $1.key }) {
            var rest = group[...]
            while !rest.isEmpty {
                let known = linesRead[width, default: 0]
                let batches = width <= settings.widestInBatches && known >= settings.linesBeforeBatches
                let count = batches && rest.count >= settings.batch ? settings.batch : 1
                let part = Array(rest.prefix(count))
                for (line, reading) in zip(part, try run(part, width: width)) { readings[line.index] = reading }
                rest = rest.dropFirst(count)
                linesRead[width] = known + count
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

    /// Reads lines of one padded width in one run.
    private func run(_ lines: [PreparedLine], width: Int) throws(OCRError) -> [LineReading] {
        let reader = try reader()
        return try reader.network.run(
            shape: [lines.count, 3, settings.lineHeight, width],
            fill: { input in
                let size = 3 * settings.lineHeight * width
                for (position, line) in lines.enumerated() {
                    line.fill(
                        UnsafeMutableBufferPointer(rebasing: input[(position * size)..<((position + 1) * size)]),
                        height: settings.lineHeight)
                }
            },
            use: { output, shape in
                // One block for each line, in it one row for each step, in it one number for each class.
                let size = shape[1] * shape[2]
                return lines.enumerated().map { position, line in
                    let pixelsPerStep = Double(width) / Double(shape[1]) * line.pixelsPerPixel
                    // What is padding holds no text; one step more for a character at the very end.
                    let steps = min(shape[1], line.width * shape[1] / width + 2)
                    let start = position * size
                    return reader.decoder.decode(
                        UnsafeBufferPointer(rebasing: output[start..<(start + steps * shape[2])]), classes: shape[2],
                        pixelsPerStep: pixelsPerStep, offset: Double(line.offset),
                        extent: 0...Double(line.pictureWidth), reach: Double(line.image.height) / 2)
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
