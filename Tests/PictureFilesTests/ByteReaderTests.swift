import Testing

@testable import PictureFiles

@Suite struct ByteReaderTests {
    @Test func numbersBeyondTheEndAreNone() {
        let bytes: [UInt8] = [1, 2, 3, 4, 5]
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes: bytes)
            #expect((reader.long(0), reader.long(1), reader.long(2)) == (0x0102_0304, 0x0203_0405, nil))
            #expect((reader.byte(-1), reader.short(4), reader.long(.max - 9)) == (nil, nil, nil))
            reader.isBigEndian = false
            #expect(reader.short(0) == 0x0201)
            #expect(reader.part(from: 4, count: 9).byte(0) == 5)
            #expect(reader.part(from: 9, count: 9).byte(0) == nil)
            #expect(!reader.starts(with: "x", at: 9))
        }
    }
}
