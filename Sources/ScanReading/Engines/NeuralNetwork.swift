internal import COpenVINO
internal import PageImage
internal import PageModel

/// OpenVINO's library, opened.
final class NeuralRuntime {
    fileprivate let handle: OpaquePointer

    /// - Throws: `failed` with the reason of the dynamic loader.
    init(library: String) throws(OCRError) {
        let opened = CMessage.collect { zhibiao_openvino_open(library, $0, $1) }
        guard let handle = opened.value else {
            throw OCRError(
                .failed, "OpenVINO cannot be opened (\(opened.message)). Run scripts/install-ocr --force again.")
        }
        self.handle = handle
    }

    deinit { zhibiao_openvino_close(handle) }
}

/// A model that runs on one thread of the processor.
///
/// OpenVINO prepares itself for each new shape of the input, which costs far more than a run: use few shapes.
final class NeuralNetwork {
    private let runtime: NeuralRuntime
    private let handle: OpaquePointer

    /// - Throws: `failed` when the model cannot be read.
    init(model: String, runtime: NeuralRuntime) throws(OCRError) {
        let loaded = CMessage.collect { zhibiao_network_load(runtime.handle, model, $0, $1) }
        guard let handle = loaded.value else {
            throw OCRError(
                .failed,
                "The OCR model \(model) cannot be loaded (\(loaded.message)). Run scripts/install-ocr --force again.")
        }
        self.handle = handle
        self.runtime = runtime
    }

    deinit { zhibiao_network_free(handle) }

    /// Runs the model once.
    ///
    /// - Parameters:
    ///   - shape: Of the input.
    ///   - fill: Writes all of the input, which holds the values of an earlier run.
    ///   - use: Gets the output, row by row, and its shape.
    func run<Result>(
        shape: [Int], fill: (UnsafeMutableBufferPointer<Float>) -> Void,
        use: (UnsafeBufferPointer<Float>, [Int]) -> Result
    ) throws(OCRError) -> Result {
        let dimensions = shape.map(Int64.init)
        let input = CMessage.collect { zhibiao_network_input(handle, dimensions, dimensions.count, $0, $1) }
        guard let start = input.value else { throw Self.broken(input.message) }
        fill(UnsafeMutableBufferPointer(start: start, count: shape.reduce(1, *)))
        var found = [Int64](repeating: 0, count: 8)
        var rank = 0
        let output = CMessage.collect { zhibiao_network_run(handle, &found, &rank, found.count, $0, $1) }
        guard let result = output.value else { throw Self.broken(output.message) }
        let outputShape = found.prefix(rank).map(Int.init)
        return use(UnsafeBufferPointer(start: result, count: outputShape.reduce(1, *)), outputShape)
    }

    private static func broken(_ reason: String) -> OCRError {
        OCRError(.failed, "The OCR model broke off (\(reason)). Try again, or use another engine, such as tesseract.")
    }
}

/// Texts that C functions write into a buffer of the caller.
enum CMessage {
    static func collect<Value>(
        _ body: (UnsafeMutablePointer<CChar>, Int) -> Value?
    ) -> (value: Value?, message: String) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2000) { buffer in
            guard let start = buffer.baseAddress else { return (nil, "") }
            buffer.initialize(repeating: 0)
            let value = body(start, buffer.count)
            let lines = String(cString: start).split(whereSeparator: \.isNewline)
            return (value, lines.joined(separator: " "))
        }
    }
}
