import Foundation
import Testing

/// The paths that need no document, over loopback.
@Suite struct PlainRoutesTests {
    /// Every path of the description is there, and no method that it does not name.
    @Test func theDescriptionIsThatOfTheService() throws {
        let service = try RunningService()
        let description = try service.request("GET", "/openapi.json").json()
        let paths = try #require(description["paths"] as? [String: [String: Any]])
        #expect(paths.count >= 12)
        for (path, methods) in paths {
            let real = path.replacingOccurrences(of: "{id}", with: "0")
            for method in ["get", "post", "delete", "put", "query"] {
                let isKnown = try service.request(method.uppercased(), real).problem != "method_not_allowed"
                #expect(isKnown == (methods[method] != nil), "\(method) \(path)")
            }
        }
        for name in ["indicator", "form", "table", "run", "failure"] {
            let schema = try service.request("GET", "/schema/\(name).schema.json")
            let file = try Data(contentsOf: RunningService.root.appending(path: "schema/\(name).schema.json"))
            #expect(schema.body == [UInt8](file))
        }
    }
}
