@testable import Bulk
import Normalize
import Pipeline

@testable import PDFText

/// Feeds bytes that libFuzzer makes up to the parsers that are ours; built by scripts/fuzz only.
///
/// The first argument names the parser, the others are libFuzzer's.
@main
enum Fuzz {
    static func main() {
        guard CommandLine.argc > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
            print("Name a parser: \(names).")
            return
        }
        // libFuzzer takes the arguments behind the name, with the program in front of them.
        var count = CommandLine.argc - 1
        let arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: Int(count) + 1)
        arguments[0] = CommandLine.unsafeArgv[0]
        for index in 1..<Int(count) { arguments[index] = CommandLine.unsafeArgv[index + 1] }
        arguments[Int(count)] = nil
        var start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
        Self.target = target
        _ = runFuzzer(&count, &start) { bytes, size in
            Fuzz.target.take(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        }
    }

    // Set once, before the fuzzer begins, and read by its one thread.
    nonisolated(unsafe) static var target = FuzzTarget.operators
}

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: inout CInt, _ arguments: inout UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A parser, and what must hold of what it makes.
enum FuzzTarget: String, CaseIterable {
    case operators
    case frames
    case dictionary
    case values

    func take(_ bytes: [UInt8]) {
        switch self {
        case .operators: drawOperators(bytes)
        case .frames: cutFrames(bytes)
        case .dictionary:
            _ = try? FormDictionary.builtIn(extendedBy: String(decoding: bytes, as: UTF8.self), name: "fuzz")
        case .values: readValue(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// All rulings lie at finite places.
    private func drawOperators(_ bytes: [UInt8]) {
        var interpreter = ContentInterpreter(
            matrix: .identity, size: (width: 595, height: 842), settings: GraphicsSettings())
        interpreter.run(ContentBytes(copying: bytes), resources: nil)
        let graphics = interpreter.finished()
        precondition(graphics.rulings.allSatisfy { $0.position.isFinite && $0.start <= $0.end })
    }

    /// What is read is written as it was, however the bytes are cut.
    private func cutFrames(_ bytes: [UInt8]) {
        func frames(pieces: Int) -> [Frame] {
            var (reader, found): (FrameReader, [Frame]) = (FrameReader(), [])
            var rest = bytes[...]
            while !rest.isEmpty {
                reader.append(rest.prefix(pieces))
                rest = rest.dropFirst(pieces)
                do {
                    while let frame = try reader.next() { found.append(frame) }
                } catch {
                    return found
                }
            }
            return found
        }
        let whole = frames(pieces: max(1, bytes.count))
        precondition(bytes.starts(with: whole.flatMap(\.bytes)))
        precondition(frames(pieces: 3).starts(with: whole))
        for frame in whole {
            _ = WorkerPlace(payload: frame.payload)
            var receipt = DocumentReceipt(job: .records, sha256: String(repeating: "0", count: 64))
            _ = try? receipt.take(frame)
        }
    }

    /// Every value can be written as JSON.
    private func readValue(_ text: String) {
        let value = ValueGrammar.parse(text)
        precondition(!value.json.description.isEmpty)
        _ = ValueGrammar.number(text)
        _ = ValueGrammar.amount(text, power: 4)
    }
}
