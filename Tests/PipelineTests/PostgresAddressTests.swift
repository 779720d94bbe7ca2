import Testing

@testable import Export

@Suite struct PostgresAddressTests {
    @Test(arguments: [
        "postgresql://me:secret@host/base", "postgres://:x@/base", "postgresql://host/base?password=x",
        "postgresql:///base?user=me&pass%77ord=x", "postgresql://host?sslpassword=x",
    ]) func aPasswordIsSeen(url: String) throws { #expect(try #require(PostgresAddress(url)).holdsPassword) }

    @Test(arguments: [
        "postgresql://me@host:5432/base", "postgresql://host:5432",
        "postgresql:///base?host=/run/x&passfile=/home/me/p",
        "postgresql://[::1]:5432/base", "postgres://host/a@b:c",
    ]) func withoutOneThereIsNone(url: String) throws { #expect(try !#require(PostgresAddress(url)).holdsPassword) }

    @Test func whatIsNoURLOfADatabaseIsNone() { #expect(PostgresAddress("mysql://host/base") == nil) }
}
