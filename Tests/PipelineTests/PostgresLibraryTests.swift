import Pipeline
import Testing

@testable import Export

@Suite struct PostgresLibraryTests {
    @Test func withoutTheLibraryTheUserIsToldWhatToInstall() {
        let error = #expect(throws: OutputError.self) { _ = try PostgresLibrary(names: ["libnone.so.0"]) }
        #expect(error?.description.contains("libpq5") == true)
    }

    @Test func anotherLibraryIsNotTakenForIt() {
        let error = #expect(throws: OutputError.self) { _ = try PostgresLibrary(names: ["libc.so.6"]) }
        #expect(error?.description.contains("PQconnectdb") == true)
    }
}
