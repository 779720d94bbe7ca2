import Foundation
import Pipeline
import Testing

@testable import Export

/// What is said without a server; `scripts/check-exports` writes to one.
@Suite struct PostgresConnectionTests {
    @Test func aServerThatIsNotThereIsSaid() throws {
        let folder = try TemporaryFolder()
        let address = try #require(PostgresAddress("postgresql:///base?host=\(folder.path)"))
        let error = #expect(throws: OutputError.self) {
            _ = try PostgresConnection(address, library: PostgresLibrary())
        }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("The database cannot be reached: ") && text.contains("PGPASSFILE"))
        #expect(!text.contains("\n") && !text.contains("\t") && !text.contains("?."))
    }
}
