import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Lines that are lost or damaged are made again.
    @Suite struct PartStoreTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func lostPartsAreMadeAgain() throws {
            let input = try folder.addDocuments(3)
            let first = try BulkResult([input], to: folder.path("out"))
            try FileManager.default.removeItem(atPath: folder.path("out/parts"))
            let again = try BulkResult([input], to: folder.path("out"))
            #expect(again.summary.looked == 3)
            #expect(again.files == first.files)
        }

        @Test func aChangedDigitIsMadeAgain() throws {
            let input = try folder.addDocuments(3)
            let first = try BulkResult([input], to: out)
            try change { data in
                guard let place = data.range(of: Data("2016600".utf8)) else { return }
                data.replaceSubrange(place, with: Data("2016601".utf8))
            }
            let again = try BulkResult([input], to: out)
            #expect(again.files == first.files)
            #expect((1...3).contains(again.summary.looked))
        }

        @Test(arguments: [UInt8(0x0A), 0x00, 0x49])
        func damageOfTheSameSizeIsMadeAgain(byte: UInt8) throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: out)
            try change { $0 = Data(repeating: byte, count: $0.count) }
            #expect(try BulkResult([input], to: out).files == first.files)
        }

        @Test func foreignNamesAreLeftAlone() throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: out)
            let names = ["9223372036854775807.lines", "1000000000000.lines", "1.lines", "-1.lines"]
            for name in names { try folder.write(Data("x".utf8), as: "out/parts/\(name)") }
            try folder.write(Data("x".utf8), as: "out/parts/99999999.lines")
            let start = ContinuousClock.now
            #expect(try BulkResult([input], to: out).files == first.files)
            try folder.write(GoodForm.data() + Data("% new".utf8), as: "in/new.pdf")
            #expect(try BulkResult([input], to: out).summary.counts.inputs == 3)
            #expect(start.duration(to: .now) < .seconds(30))
            for name in names { #expect(FileManager.default.fileExists(atPath: "\(out)/parts/\(name)")) }
        }
    }
}
