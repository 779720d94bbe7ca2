import Bulk
import Testing

extension Bulk {
    /// `zhibiao report`.
    @Suite struct ReportCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(arguments: ["lots", "120%", "-1"])
        func aShareThatIsNoneIsRefused(share: String) throws {
            let site = folder.path("site")
            #expect(try Program.run(["report", out, "--out", site, "--sample=\(share)"]).status == 2)
        }
    }
}
