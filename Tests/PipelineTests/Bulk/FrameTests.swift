import Bulk
import Testing

@Suite struct FrameTests {
    private let frames = [
        Frame(.document, Array("a.pdf".utf8)), Frame(.done), Frame(.lines, [UInt8](repeating: 7, count: 70_000)),
    ]

    /// All frames of a stream that comes in pieces.
    private func read(_ bytes: [UInt8], pieces: Int) throws -> [Frame] {
        var (reader, found): (FrameReader, [Frame]) = (FrameReader(), [])
        var rest = bytes[...]
        while !rest.isEmpty {
            reader.append(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
            while let frame = try reader.next() { found.append(frame) }
        }
        return found
    }

    @Test(arguments: [1, 5, 12, 13, 4096, 1 << 20])
    func framesSurviveAnyCutting(pieces: Int) throws {
        #expect(try read(frames.flatMap(\.bytes), pieces: pieces) == frames)
    }

    @Test func everyChangedByteIsNoticed() throws {
        let bytes = Frame(.page, [1, 2, 3, 4]).bytes
        for index in bytes.indices {
            var broken = bytes
            broken[index] ^= 0x10
            // A longer length makes the reader wait for more; more of the same shows that it was wrong.
            #expect(throws: FrameError.self, "byte \(index)") {
                _ = try read(broken + [UInt8](repeating: 0, count: 17 << 20), pieces: 1 << 16)
            }
        }
    }

    @Test func textOnThePipeIsNoFrame() {
        #expect(throws: FrameError.self) { try read(Array("Syntax Error: not a frame\n".utf8), pieces: 100) }
    }

    @Test func aPartOfAFrameIsNoFrame() throws {
        var reader = FrameReader()
        reader.append(frames[0].bytes.dropLast())
        #expect(try reader.next() == nil)
        #expect(reader.isMidFrame)
    }

    @Test func aFrameOfAnotherVersionIsRefused() throws {
        var bytes = frames[0].bytes
        bytes[3] = Frame.version - 1
        #expect(throws: FrameError.self) { try read(bytes, pieces: 100) }
    }

    /// Before the bytes have come that it speaks of.
    @Test(arguments: Frame.Kind.allCases)
    func aLengthBeyondItsKindIsRefusedAtOnce(kind: Frame.Kind) throws {
        var bytes = Frame(kind).bytes
        let length = UInt32(kind.largestPayload + 1)
        for index in 0..<4 { bytes[4 + index] = UInt8(truncatingIfNeeded: length >> UInt32(8 * index)) }
        #expect(throws: FrameError.self) { try read(bytes, pieces: 100) }
    }
}
