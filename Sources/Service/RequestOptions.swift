internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Pipeline
internal import ScanReading
internal import TableRecon

/// What a request says of the reading it wants, beside its document.
struct RequestOptions: Sendable {
    var conversion: ConversionSettings
    var method: TableMethod?
    var name: String?

    /// The field with a document's password; in the path it would come into logs.
    private static let passwordField = HTTPField.Name("Zhibiao-Password")

    /// - Parameters:
    ///   - names: The parameters that the path knows.
    /// - Throws: `bad_request` for a parameter that it does not know, or a value that means nothing.
    init(_ request: Request, names: Set<String>, conversion: ConversionSettings) throws(Problem) {
        self.conversion = conversion
        let query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        for (key, value) in query {
            let key = key.removingPercentEncoding ?? key
            guard names.contains(key) else {
                throw Problem(
                    .badRequest,
                    "There is no parameter \(key.shown). Known are \(names.sorted().joined(separator: ", ")).")
            }
            try set(key, value)
        }
        if let field = Self.passwordField, let password = request.headers[field] { self.conversion.password = password }
    }

    private mutating func set(_ key: String, _ value: String) throws(Problem) {
        switch key {
        case "name": name = value
        case "pages":
            guard let pages = PageSelection(value) else { throw Self.wrong(key, "1-3,7 or 5-") }
            conversion.pages = pages.description
        case "ocr":
            guard let mode = OCRMode(rawValue: value) else { throw Self.wrong(key, "auto, always or never") }
            conversion.ocr = mode
        case "method":
            if value != "auto" {
                guard let method = TableMethod(rawValue: value) else {
                    throw Self.wrong(key, "auto, lattice, stream or mixed")
                }
                self.method = method
            }
        default: break
        }
    }

    private static func wrong(_ key: String, _ examples: String) -> Problem {
        Problem(.badRequest, "The parameter \(key) can be \(examples).")
    }
}

extension ReadingKind {
    /// Nil for a name that is none.
    init?(name: some StringProtocol, method: TableMethod?) {
        switch name {
        case "records": self = .records
        case "tables": self = .tables(method)
        case "runs": self = .runs
        case "inspect": self = .inspect
        default: return nil
        }
    }

    static let names = ["records", "tables", "runs", "inspect"]

    /// Parameters of the query.
    static let parameters: Set<String> = ["name", "pages", "ocr", "method"]
}
