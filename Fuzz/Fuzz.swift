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
