internal import Glibc
internal import PageImage
internal import PageModel

/// Reads lines with the PP-OCRv6 models through OpenVINO, on one thread: squeezed, which is cheaper, doubtful ones at their
/// own width, and what is doubtful then with PP-OCRv4, too.
///
/// Input and decoding follow the PP-OCR papers (Du et al. 2020, Li et al. 2022) and the documentation of RapidOCR.
/// Where the processor has bfloat16 arithmetic, OpenVINO uses it: confidences then move in steps of 0.004 near 1.
final class PPOCRRecognizer: LineRecognizer {
    let name = "ppocr"
    let tellsPlaces = true

    private let installation: OCRInstallation
    private let settings: PPOCRSettings
    private let secondSettings = PPOCRSettings.second
    private var loadedRuntime: NeuralRuntime?
    private var loadedReader: PPOCRModel?
    private var loadedSecondReader: PPOCRModel?
    private var loadedDetector: PPOCRDetector?

    init(installation: OCRInstallation, settings: PPOCRSettings = PPOCRSettings()) {
        self.installation = installation
        self.settings = settings
    }

    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
        var readings = [LineReading](repeating: .empty, count: lines.count)
        let prepared = prepared(lines.indices, of: lines, settings)
        guard !prepared.isEmpty else { return readings }
        for (index, reading) in try reader().read(prepared) { readings[index] = reading }
        let vote = ReadingVote(settings: settings.vote)
        func doubtful(_ lines: [PreparedLine]) -> [PreparedLine] {
            lines.filter { line in
                vote.isDoubtful(readings[line.index]) || !line.isCovered(by: readings[line.index], settings: settings)
            }
        }
        var unsqueezed = settings
        unsqueezed.squeeze = 1
        let again = self.prepared(doubtful(prepared).map(\.index), of: lines, unsqueezed)
        for (index, reading) in try reader().read(again)
        where reading.meanConfidence >= readings[index].meanConfidence {
            readings[index] = reading
        }
        let last = self.prepared(doubtful(again).map(\.index), of: lines, secondSettings)
        guard !last.isEmpty else { return readings }
        for (index, second) in try secondReader().read(last) {
            readings[index] = vote.choice(readings[index], second)
        }
        return readings
    }

    func calibrated(_ confidence: Double) -> Double { pow(confidence, settings.calibration) }

    private func prepared(
        _ indices: some Sequence<Int>, of lines: [GrayImage], _ settings: PPOCRSettings
    ) -> [PreparedLine] {
        indices.compactMap { PreparedLine(index: $0, picture: lines[$0], settings: settings) }
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

    private func runtime() throws(OCRError) -> NeuralRuntime {
        if let loadedRuntime { return loadedRuntime }
        let runtime = try NeuralRuntime(library: installation.library)
        loadedRuntime = runtime
        return runtime
    }

    private func reader() throws(OCRError) -> PPOCRModel {
        if let loadedReader { return loadedReader }
        let model = try PPOCRModel(
            path: installation.recognitionModel, runtime: try runtime(), settings: settings)
        loadedReader = model
        return model
    }

    private func secondReader() throws(OCRError) -> PPOCRModel {
        if let loadedSecondReader { return loadedSecondReader }
        let model = try PPOCRModel(
            path: installation.secondRecognitionModel, runtime: try runtime(), settings: secondSettings)
        loadedSecondReader = model
        return model
    }
}
