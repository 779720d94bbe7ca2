public import Normalize
internal import PDFText
public import ScanReading

/// All that decides what a document gives, as it is passed to workers and kept in the ledger.
public struct ConversionSettings: Codable, Hashable, Sendable {
    /// Words added to the built-in dictionary.
    public struct UserDictionary: Codable, Hashable, Sendable {
        public var name: String
        public var yaml: String

        public init(name: String, yaml: String) {
            self.name = name
            self.yaml = yaml
        }
    }

    public var password: String?
    /// As the user wrote it, such as "1-3,7"; nil for all.
    public var pages: String?
    public var dictionary: UserDictionary?
    public var ocr = OCRMode.auto
    public var engine = OCREngine.auto
    /// Whether each field's place on the page is written beside the records.
    public var givesEvidence = false
    /// The lines of a file of corrections.
    public var corrections: String?

    public init(password: String? = nil, pages: String? = nil, dictionary: UserDictionary? = nil) {
        self.password = password
        self.pages = pages
        self.dictionary = dictionary
    }

    /// - Throws: When the user's dictionary breaks its rules.
    public func options() throws(DictionaryError) -> ConvertOptions {
        var options = ConvertOptions(password: password, pages: pages.flatMap { PageSelection($0) })
        options.ocr = ocr
        options.engine = engine
        if let dictionary {
            options.dictionary = try FormDictionary.builtIn(extendedBy: dictionary.yaml, name: dictionary.name)
        }
        return options
    }
}
